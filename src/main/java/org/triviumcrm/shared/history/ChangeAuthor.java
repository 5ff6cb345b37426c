package org.triviumcrm.shared.history;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who is behind the changes that this thread makes. The module that knows people sets it around each use case; the
 * history takes it from here when the transaction commits.
 *
 * @param personId null for a job
 * @param cause what made the change if not the person's own hand: a message key and, after a #, what it names, such as
 *     {@code exchange.history.import#5}
 */
public record ChangeAuthor(
        @Nullable Long personId, @Nullable String cause) {

    static final ChangeAuthor UNKNOWN = new ChangeAuthor(null, null);

    private static final ThreadLocal<ChangeAuthor> CURRENT = new ThreadLocal<>();

    /** Work that may throw anything. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run() throws Throwable;
    }

    static ChangeAuthor current() {
        ChangeAuthor author = CURRENT.get();
        return author == null ? UNKNOWN : author;
    }

    /** Runs the work in this author's name; the innermost name counts, until the surrounding transaction has ended. */
    public <T extends @Nullable Object> T during(Work<T> work) throws Throwable {
        ChangeAuthor before = CURRENT.get();
        CURRENT.set(this);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            try {
                return work.run();
            } finally {
                restore(before);
            }
        }
        if (before == null) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    CURRENT.remove();
                }
            });
        }
        return work.run();
    }

    private static void restore(@Nullable ChangeAuthor before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}
