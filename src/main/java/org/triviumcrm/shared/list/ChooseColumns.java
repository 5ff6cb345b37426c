package org.triviumcrm.shared.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which columns to show in which order, and how many rows on a page.
 *
 * @param columns keys in order; empty for the usual columns
 * @param query the part of the list's address that stays
 * @param view the saved view in use, 0 for none
 */
public record ChooseColumns(
        List<String> columns, int size, @Nullable String query, long view) {}
