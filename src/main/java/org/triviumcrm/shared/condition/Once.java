package org.triviumcrm.shared.condition;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks a source at its first use only, for the length of a request. */
public final class Once<T> implements Supplier<T> {

    private final Supplier<T> source;
    private @Nullable T known;

    private Once(Supplier<T> source) {
        this.source = source;
    }

    public static <T> Supplier<T> of(Supplier<T> source) {
        return new Once<>(source);
    }

    @Override
    public T get() {
        T now = known;
        if (now == null) {
            now = source.get();
            known = now;
        }
        return now;
    }
}
