package org.triviumcrm.marketing.mining.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work in parts on some processors; what comes of it has the order of the parts. */
final class Both {

    private Both() {}

    static <T> List<T> all(List<Callable<T>> parts, int processors) {
        ExecutorService workers = Executors.newFixedThreadPool(processors, work -> {
            Thread thread = new Thread(work, "mining");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> part : workers.invokeAll(parts)) {
                done.add(part.get());
            }
            return done;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            workers.shutdownNow();
        }
    }
}
