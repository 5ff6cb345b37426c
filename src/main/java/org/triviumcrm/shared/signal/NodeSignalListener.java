package org.triviumcrm.shared.signal;

/** Forgets what it keeps in memory. */
public interface NodeSignalListener {

    /** As in {@link NodeSignals#changed}. */
    String topic();

    /** It has changed, or may have. Called by the thread that hears for the whole node: no time to read anything. */
    void heard();
}
