package org.triviumcrm.shared.history;

import java.util.List;

/** Brings names along for kinds that are known only when all modules are there. */
public interface HistoryNamesSource {

    /** Of kinds that no bean of {@link HistoryNames} has. */
    List<HistoryNames> names();
}
