package reroll.templates.own;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import reroll.templates.View;

/**
 * Makes views of made-up values, to try templates with. Immutable.
 *
 * @param much whether it has something to say everywhere, or nowhere
 */
record AnyView(boolean much) {
  <T extends View> T of(Class<T> kind) {
    return kind.cast(value(kind));
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType list) {
      Type each = list.getActualTypeArguments()[0];
      return much ? List.of(value(each), value(each)) : List.of();
    }
    Class<?> plain = (Class<?>) type;
    if (plain == String.class) {
      return much ? "text" : "";
    }
    if (plain == int.class) {
      return much ? 2 : 0;
    }
    if (plain == boolean.class) {
      return much;
    }
    if (plain.isRecord()) {
      return made(plain);
    }
    throw new IllegalStateException("no view has a " + plain.getName() + " so far");
  }

  private Object made(Class<?> kind) {
    RecordComponent[] components = kind.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Arrays.stream(components).map(c -> value(c.getGenericType())).toArray();
    try {
      return kind.getConstructor(types).newInstance(values);
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(kind.getName() + " cannot be made", e);
    }
  }
}
