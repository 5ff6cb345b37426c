package org.triviumcrm.sales.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.contract.ContractPage;
import org.triviumcrm.sales.contract.Renewal;
import org.triviumcrm.sales.quote.QuotePage;

/**
 * What a paper says beside its lines, before it is put into words.
 *
 * @param heading message {@code sales.paper.<heading>}
 * @param receiver lines of the address; some may be missing
 * @param signatories none for what nobody signs; the first is the company's
 */
record PaperContent(
        String heading,
        String language,
        String currency,
        boolean gross,
        String label,
        String name,
        List<@Nullable String> receiver,
        List<Said> facts,
        @Nullable String introduction,
        @Nullable String terms,
        List<Signatory> signatories) {

    /** @param word message {@code sales.paper.<word>}; the value is a text, a day, or {@link Words} */
    record Said(String word, Object value) {}

    /** A text of {@code sales.paper.<key>}. */
    record Words(String key, Object... arguments) {}

    /** @param party null for the company itself */
    record Signatory(
            @Nullable String party,
            @Nullable String name,
            @Nullable String role) {}

    static PaperContent of(QuotePage quote) {
        List<Said> facts = new ArrayList<>();
        facts.add(new Said("number", quote.label()));
        facts.add(new Said("date", quote.quotedOn()));
        facts.add(new Said("validUntil", quote.validUntil()));
        addPerson(facts, quote.owner(), quote.ownerEmail());
        return new PaperContent(
                "quote",
                quote.language(),
                quote.currency(),
                quote.gross(),
                quote.label(),
                quote.name(),
                Arrays.asList(quote.customer(), quote.contact(), quote.customerAddress()),
                facts,
                quote.introduction(),
                quote.terms(),
                List.of());
    }

    static PaperContent of(ContractPage contract) {
        ContractPage.Period period = contract.period();
        ContractPage.Signature signature = contract.signature();
        List<Said> facts = new ArrayList<>();
        facts.add(new Said("number", contract.label()));
        facts.add(new Said("date", contract.datedOn()));
        if (period.effectiveOn() != null) {
            facts.add(new Said("effectiveOn", period.effectiveOn()));
        }
        facts.add(new Said("startsOn", period.startsOn()));
        facts.add(new Said("endsOn", period.endsOn() == null ? new Words("endless") : period.endsOn()));
        if (period.noticeDays() != null) {
            facts.add(new Said("notice", new Words("days", period.noticeDays())));
        }
        if (period.renewal() == Renewal.AUTOMATIC && period.renewalMonths() != null) {
            facts.add(new Said("renewal", new Words("months", period.renewalMonths())));
        }
        addPerson(facts, contract.owner(), contract.ownerEmail());
        return new PaperContent(
                contract.isAmendment() ? "amendment" : "contract",
                contract.language(),
                contract.currency(),
                contract.gross(),
                contract.label(),
                contract.name(),
                Arrays.asList(contract.customer(), contract.contact(), contract.customerAddress()),
                facts,
                contract.introduction(),
                contract.terms(),
                List.of(
                        new Signatory(null, signature.signatory(), null),
                        new Signatory(contract.customer(), signature.theirSignatory(), signature.theirRole())));
    }

    private static void addPerson(List<Said> facts, String owner, @Nullable String email) {
        facts.add(new Said("person", owner));
        if (email != null) {
            facts.add(new Said("email", email));
        }
    }
}
