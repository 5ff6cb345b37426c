package org.triviumcrm.support.enquiry;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which of the tickets a customer looks at.
 *
 * @param all those of the whole company, for who may see them; else the own ones
 * @param over those that are solved as well
 * @param q what is looked for in subjects and numbers
 * @param before id of the ticket before which the page begins, null for the first page
 */
public record EnquiryFilter(
        boolean all,
        boolean over,
        @Nullable String q,
        @Nullable Long before) {

    private static final int LONGEST = 200;

    public EnquiryFilter {
        q = q == null || q.isBlank() ? null : q.strip().replaceFirst("^#(?=\\d)", "");
        q = q == null || q.length() <= LONGEST ? q : q.substring(0, LONGEST);
    }

    /** The address of the list with the other choice of what is over; a search looks at all. */
    public String withOver(boolean shown) {
        return address(all, shown, null, null);
    }

    /** The address of the list of the own ones, or of all. */
    public String ofAll(boolean shown) {
        return address(shown, over, q, null);
    }

    /** The address of the page that begins after this ticket. */
    public String after(long ticket) {
        return address(all, over, q, ticket);
    }

    private static String address(boolean all, boolean over, @Nullable String q, @Nullable Long before) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/portal");
        if (all) {
            address.queryParam("all", true);
        }
        if (over) {
            address.queryParam("over", true);
        }
        if (q != null) {
            address.queryParam("q", q);
        }
        if (before != null) {
            address.queryParam("before", before);
        }
        return address.encode().build().toUriString();
    }
}
