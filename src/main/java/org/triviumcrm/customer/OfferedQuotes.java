package org.triviumcrm.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was offered to a contact, for the pages that customers have of their own. Each sees what was sent to them, and nothing of their
 * colleagues. Implemented by the module that owns the quotes.
 */
public interface OfferedQuotes {

    /**
     * A quote in a list.
     *
     * @param label number and version
     * @param state SENT, ACCEPTED, DECLINED or EXPIRED
     * @param open whether the contact can agree to it
     */
    record Offer(
            long id,
            String label,
            String name,
            String state,
            boolean open,
            BigDecimal total,
            String currency,
            LocalDate quotedOn,
            LocalDate validUntil) {}

    /** A row of it, in words of the language of the paper. @param kind as in the paper: ITEM, OPTION, SECTION, TEXT or SUBTOTAL */
    record Row(String kind, String words, String detail, String quantity, String price, String amount) {}

    /** A row below. @param strong whether it is the total */
    record Sum(String label, String amount, boolean strong) {}

    /** What was agreed to. @param name as the contact has typed it; {@code sha256} of the file */
    record Agreement(Instant at, String name, String sha256) {}

    /** What it says. @param language as in {@code lang} of HTML */
    record Paper(
            String language,
            @Nullable String introduction,
            List<Row> rows,
            List<Sum> sums,
            @Nullable String terms) {}

    /** All of it. */
    record Detail(Offer offer, Paper paper, @Nullable Agreement agreement) {}

    /** The paper as a file. */
    record File(String name, byte[] bytes) {}

    /** It can't be agreed to, or declined, any more. */
    class Closed extends RuntimeException {

        private static final long serialVersionUID = 1;

        public Closed(Throwable cause) {
            super(cause);
        }
    }

    /** The latest first; a hundred at most. */
    List<Offer> of(long contactId);

    /** Empty for what was not sent to them, or may not leave any more. */
    Optional<Detail> find(long contactId, long id);

    /** The contact has opened it: that is noted, and who is in charge of it told the first time. @param name of the contact */
    void opened(long contactId, long id, String name);

    /** Empty for what was not sent to them, or may not leave any more. */
    Optional<File> file(long contactId, long id);

    /**
     * The contact agrees to the paper as it is.
     *
     * @param name as typed
     * @param address where the request came from
     * @throws Closed when that is not possible any more
     */
    void accept(long contactId, long id, String name, @Nullable String remark, String address);

    /** The contact does not want it. @throws Closed when it is decided already */
    void decline(long contactId, long id, @Nullable String remark);
}
