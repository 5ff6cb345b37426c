package org.triviumcrm.messaging;

import java.math.BigDecimal;
import java.util.Collection;

/** Tells people what has happened to something of theirs. */
public interface Notices {

    /** An amount of money, shown as the receiver's language writes it; currency is an ISO code. */
    record Money(BigDecimal amount, String currency) {}

    /** A message of its own inside the notice, such as {@code transfer.count.customer}, with a number as its argument. */
    record Count(String key, long number) {}

    /**
     * Writes a notice for each of these people, and an e-mail for those who want them, within the caller's transaction: what
     * is rolled back is never told. Who is switched off or unknown is left out; whether the acting person wants to be told
     * of the own doing is the caller's to decide.
     *
     * @param key message of one line, in the properties of the calling module; it is put into words when it is read or sent, in
     *     the receiver's language
     * @param arguments of the message: texts, whole numbers, {@code LocalDate}, {@code Instant} (in the receiver's time zone),
     *     {@link Money}, {@link Count}
     * @param link path of the page it is about, beginning with a slash
     * @throws IllegalArgumentException for an argument of another kind or a link to elsewhere
     */
    void tell(Collection<Long> personIds, String key, Collection<?> arguments, String link);
}
