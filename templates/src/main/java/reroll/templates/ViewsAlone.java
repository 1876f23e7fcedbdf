package reroll.templates;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Of Java's objects a template sees the parts of our views, and nothing else. Immutable. */
final class ViewsAlone implements MemberAccessPolicy {
  @Override
  public ClassMemberAccessPolicy forClass(Class<?> type) {
    boolean isOurs = type.isRecord() && type.getName().startsWith("reroll.");
    return new ClassMemberAccessPolicy() {
      @Override
      public boolean isMethodExposed(Method method) {
        return isOurs && method.getDeclaringClass() == type && method.getParameterCount() == 0;
      }

      @Override
      public boolean isConstructorExposed(Constructor<?> ignored) {
        return false;
      }

      @Override
      public boolean isFieldExposed(Field ignored) {
        return false;
      }
    };
  }

  @Override
  public boolean isToStringAlwaysExposed() {
    return false;
  }
}
