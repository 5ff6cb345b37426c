package org.triviumcrm.support.enquiry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a customer's tickets, the latest first. @param next where the next page begins, null for the last one */
public record EnquiryList(List<EnquiryRow> rows, @Nullable Long next) {

    static final int SIZE = 25;

    /** @param found one more than fit when there are more */
    static EnquiryList of(List<EnquiryRow> found) {
        List<EnquiryRow> rows = found.stream().limit(SIZE).toList();
        return new EnquiryList(rows, found.size() > SIZE ? rows.get(SIZE - 1).id() : null);
    }
}
