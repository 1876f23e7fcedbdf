package reroll;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Stops waiting for a test that works on beyond its {@link BoundedWork}. */
final class WorkLimit implements InvocationInterceptor {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  @Override
  public void interceptTestMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    run(test, limit(context));
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    run(test, limit(context));
  }

  private static Duration limit(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), BoundedWork.class)
        .or(
            () ->
                AnnotationSupport.findAnnotation(context.getRequiredTestClass(), BoundedWork.class))
        .map((BoundedWork bound) -> Duration.ofSeconds(bound.seconds()))
        .orElseThrow();
  }

  /** On a thread of its own: nothing stops a pattern that tries everything. */
  private static void run(Invocation<Void> test, Duration limit) throws Throwable {
    AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());
    Thread worker = new Thread(() -> run(test, failure), "bounded work");
    worker.setDaemon(true);
    worker.start();
    for (; worker.isAlive(); worker.join(LOOK_EVERY.toMillis())) {
      if (THREADS.getThreadCpuTime(worker.getId()) > limit.toNanos()) {
        throw tooMuch(limit, worker);
      }
    }
    if (failure.get().isPresent()) {
      throw failure.get().get();
    }
  }

  private static void run(Invocation<Void> test, AtomicReference<Optional<Throwable>> failure) {
    try {
      test.proceed();
    } catch (Throwable e) {
      failure.set(Optional.of(e));
    }
  }

  private static AssertionError tooMuch(Duration limit, Thread worker) {
    AssertionError error = new AssertionError("more work than " + limit + " of a processor");
    error.setStackTrace(worker.getStackTrace());
    return error;
  }
}
