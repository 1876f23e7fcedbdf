package reroll.connectors.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Response;

/**
 * One request on its way, and the head of its answer. Runs on the client's thread, so that the one
 * who waits can be interrupted while a server is silent.
 */
final class Exchange extends EventListener implements Callback {
  private final CompletableFuture<Response> answer = new CompletableFuture<>();
  private volatile boolean began;

  /** Whether anything of the request left the machine. */
  boolean began() {
    return began;
  }

  /** Sends; waits for the head of the answer, however slowly its bytes drip. */
  Response send(Call call, Duration most) throws IOException, InterruptedException {
    call.enqueue(this);
    try {
      return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("no head of an answer in " + most.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      if (!answer.isDone() || answer.isCompletedExceptionally()) {
        call.cancel();
        answer.cancel(false);
      }
    }
  }

  @Override
  public void requestHeadersStart(Call call) {
    began = true;
  }

  @Override
  public void onResponse(Call call, Response response) {
    if (!answer.complete(response)) {
      response.close(); // nobody waits any longer
    }
  }

  @Override
  public void onFailure(Call call, IOException e) {
    answer.completeExceptionally(e);
  }
}
