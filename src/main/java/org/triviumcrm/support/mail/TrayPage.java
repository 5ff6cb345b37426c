package org.triviumcrm.support.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the tray.
 *
 * @param waiting how many wait, counted to {@link TrayRepository#CAP}
 * @param older the key of the next page, null when this is the last
 */
record TrayPage(List<TrayRow> rows, int waiting, @Nullable Long older) {

    TrayPage {
        rows = List.copyOf(rows);
    }
}
