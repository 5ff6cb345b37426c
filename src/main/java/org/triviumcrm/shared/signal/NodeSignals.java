package org.triviumcrm.shared.signal;

/** Tells all nodes that something has changed which they may keep in memory. */
public interface NodeSignals {

    /**
     * Takes effect when the caller's transaction commits; every {@link NodeSignalListener} of this topic hears of it, on this node too.
     *
     * @param topic small letters
     */
    void changed(String topic);
}
