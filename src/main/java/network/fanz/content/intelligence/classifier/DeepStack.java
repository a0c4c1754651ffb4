package network.fanz.content.intelligence.classifier;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Calls what goes deeper than a usual thread's stack reaches. ONNX Runtime walks a model's graph by recursion when it opens one: of a deep
 * model that is more than 4 MB, and what overflows natively ends the whole program without a word.
 */
final class DeepStack {
    /** Of address space; memory is taken as far as it is used. */
    private static final long BYTES = 128L * 1024 * 1024;

    private DeepStack() {}

    static <T> T call(Supplier<T> deep) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        new Thread(
                        null,
                        () -> {
                            try {
                                answer.complete(deep.get());
                            } catch (Throwable failed) {
                                answer.completeExceptionally(failed);
                            }
                        },
                        "models",
                        BYTES)
                .start();
        try {
            return answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw failed;
        }
    }
}
