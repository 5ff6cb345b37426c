package org.triviumcrm.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contracts of a contact, for the pages that customers have of their own: what was sent to them to be signed, and what was signed.
 * Each sees the papers that name them, and nothing of their colleagues. Implemented by the module that owns the contracts.
 */
public interface ContactContracts {

    /**
     * A contract in a list, or an amendment of one.
     *
     * @param label number, and that of the amendment
     * @param state RELEASED (to be signed), SIGNED, ENDED, TERMINATED or REPLACED (by an amendment)
     * @param signedOn null while it is to be signed
     */
    record Contract(
            long id,
            String label,
            String name,
            String state,
            BigDecimal total,
            String currency,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate signedOn) {}

    /** A part of the sum, and when it is due. @param late whether its day is over and something of it is missing */
    record Payment(LocalDate dueOn, @Nullable String condition, BigDecimal amount, BigDecimal open, boolean late) {}

    /** What has come in. @param amount negative for what was paid back */
    record Receipt(LocalDate receivedOn, BigDecimal amount) {}

    /**
     * What is due and paid, all in the currency of the contract.
     *
     * @param open what is still to be paid
     * @param late what of it should have been paid before today
     */
    record Account(
            List<Payment> payments, List<Receipt> receipts, BigDecimal received, BigDecimal open, BigDecimal late) {}

    /** All of it. @param account null before it is signed, and once an amendment has taken its place */
    record Detail(
            Contract contract,
            OfferedQuotes.Paper paper,
            @Nullable Account account) {}

    /** The latest first; a hundred at most. */
    List<Contract> of(long contactId);

    /** Empty for what is not theirs, and for what may not leave at present. */
    Optional<Detail> find(long contactId, long id);

    /** The contact has opened it: that is noted, and who is in charge of it told the first time. @param name of the contact */
    void opened(long contactId, long id, String name);

    /** Empty as {@link #find}. */
    Optional<OfferedQuotes.File> file(long contactId, long id);
}
