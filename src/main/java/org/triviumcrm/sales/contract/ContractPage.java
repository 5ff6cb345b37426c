package org.triviumcrm.sales.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.line.PaperSums;
import org.triviumcrm.sales.line.WholeDiscount;
import org.triviumcrm.sales.seal.ContractState;
import org.triviumcrm.sales.seal.ContractStep;
import org.triviumcrm.shared.money.Rounding;

/**
 * What the page of a contract shows, names included.
 *
 * @param number without the number of the amendment
 * @param latest the newest paper of it
 * @param quote number and version of the quote that its lines come from
 * @param net in its currency, as the other sums; {@code baseNet} in the company's
 * @param margin null when nobody knows what its lines cost
 * @param renewalId the opportunity to renew it; that of an earlier or later paper of it where it has none of its own
 * @param winning what has become of its opportunity by its signature; null while it is not signed, or was won before
 */
public record ContractPage(
        long id,
        String number,
        int revision,
        long rootId,
        int latest,
        String name,
        @Nullable Long quoteId,
        @Nullable String quote,
        @Nullable Long opportunityId,
        @Nullable String opportunity,
        long customerId,
        String customer,
        @Nullable String customerAddress,
        @Nullable Long contactId,
        @Nullable String contact,
        @Nullable String contactEmail,
        String language,
        String currency,
        @Nullable Long priceListId,
        @Nullable String priceList,
        boolean gross,
        LocalDate datedOn,
        Period period,
        WholeDiscount.Kind discountKind,
        BigDecimal discountValue,
        @Nullable String introduction,
        @Nullable String terms,
        @Nullable String note,
        Signature signature,
        ContractState state,
        Instant stateSince,
        BigDecimal discountPercent,
        BigDecimal net,
        BigDecimal total,
        BigDecimal baseNet,
        @Nullable Long renewalId,
        @Nullable String winning,
        @Nullable Long approvalCaseId,
        long ownerId,
        String owner,
        @Nullable String ownerEmail,
        @Nullable String team,
        Instant createdAt,
        int version) {

    /** How long it holds. */
    public record Period(
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Integer noticeDays,
            Renewal renewal,
            @Nullable Integer renewalMonths,
            int remindDays,
            @Nullable LocalDate effectiveOn) {

        /** The last day on which notice can be given; null when it has no end. */
        public @Nullable LocalDate noticeUntil() {
            return endsOn == null || noticeDays == null ? null : endsOn.minusDays(noticeDays);
        }
    }

    /** Who signs it, and when they have; when and why one of both has ended it. */
    public record Signature(
            @Nullable Long signatoryId,
            @Nullable String signatory,
            @Nullable String theirSignatory,
            @Nullable String theirRole,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate terminatedOn,
            @Nullable String endReason) {}

    /** As people say it: the number, and that of the paper from its first amendment on. */
    public String label() {
        return revision == 1 ? number : number + "/" + revision;
    }

    /** Whether a case about it runs, so that nothing about it changes. */
    public boolean isLocked() {
        return approvalCaseId != null;
    }

    public boolean isDraft() {
        return state == ContractState.DRAFT;
    }

    public boolean isAmendment() {
        return revision > 1;
    }

    /** Whether its state allows it, an approval apart. */
    public boolean offers(String step) {
        return ContractStep.valueOf(step).isOffered(state);
    }

    /** What it comes to, by its lines. */
    PaperSums sums(List<PaperLine> lines) {
        return PaperSums.of(
                        lines.stream().map(PaperLine::toSum).toList(),
                        new WholeDiscount(discountKind, discountValue),
                        gross,
                        Rounding.of(currency))
                .withTotal(Rounding.of(currency).round(total));
    }

    /** As it is typed. */
    public SaveContract toInput(List<PaperLine> lines) {
        SaveContract input = new SaveContract();
        input.setName(name);
        input.setOpportunityId(opportunityId);
        input.setCustomerId(customerId);
        input.setContactId(contactId);
        input.setLanguage(language);
        input.setCurrency(currency);
        input.setPriceListId(priceListId);
        input.setGross(gross);
        input.setDatedOn(datedOn);
        input.setStartsOn(period.startsOn);
        input.setEndsOn(period.endsOn);
        input.setNoticeDays(period.noticeDays);
        input.setRenewal(period.renewal);
        input.setRenewalMonths(period.renewalMonths);
        input.setRemindDays(period.remindDays);
        input.setEffectiveOn(period.effectiveOn);
        input.setDiscountKind(discountKind);
        input.setDiscountValue(discountValue.signum() == 0 ? null : PaperLine.plain(discountValue));
        input.setIntroduction(introduction);
        input.setTerms(terms);
        input.setNote(note);
        input.setSignatoryId(signature.signatoryId);
        input.setTheirSignatory(signature.theirSignatory);
        input.setTheirRole(signature.theirRole);
        input.setOwnerId(ownerId);
        input.setVersion(version);
        lines.forEach(line -> input.getLines().add(line.toInput()));
        return input;
    }
}
