package org.triviumcrm.sales.opportunity;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.competitor.CompetitorService;
import org.triviumcrm.sales.lostreason.LostReasonService;
import org.triviumcrm.sales.reference.RecordNameRepository;
import org.triviumcrm.shared.web.NotFound;

/** The customer, the contact and the competitor of an opportunity. */
@Component
class TiedRecords {

    private final RecordNameRepository names;
    private final CompetitorService competitors;
    private final LostReasonService reasons;
    private final CustomFields fields;

    TiedRecords(
            RecordNameRepository names, CompetitorService competitors, LostReasonService reasons, CustomFields fields) {
        this.fields = fields;
        this.names = names;
        this.competitors = competitors;
        this.reasons = reasons;
    }

    /**
     * Nobody ties an opportunity to a record that they may not see; what it is tied to already may stay.
     *
     * @param now what it is tied to; null for a new one
     * @throws NotFound when one of them is hidden from the viewer, or the competitor can not be chosen
     */
    void requireVisible(Viewer viewer, StageAnswers said, @Nullable Particulars now) {
        boolean hiddenCustomer = said.customerId() != null
                && !said.customerId().equals(now == null ? null : now.customerId())
                && names.customer(viewer, said.customerId()) == null;
        boolean hiddenContact = said.contactId() != null
                && !said.contactId().equals(now == null ? null : now.contactId())
                && names.contact(viewer, said.contactId()) == null;
        if (hiddenCustomer || hiddenContact) {
            throw new NotFound();
        }
        requireCompetitor(viewer, said.competitorId(), now == null ? null : now.competitorId());
    }

    /**
     * The same for an edit; whom a lost one names stays as long as its reason demands one.
     *
     * @throws CompetitorAsked when that would be taken away
     */
    void requireVisible(Viewer viewer, UpdateOpportunity said, Opportunity now) {
        requireVisible(viewer, said, now.particulars());
        Long reason = now.standing().lostReasonId();
        if (reason != null
                && now.getState() == OpportunityState.LOST
                && said.competitorId() == null
                && now.particulars().competitorId() != null
                && reasons.needsCompetitor(viewer, reason)) {
            throw new CompetitorAsked();
        }
    }

    /**
     * One that is no longer offered may stay where it is.
     *
     * @throws NotFound when another one can not be chosen
     */
    void requireCompetitor(Viewer viewer, @Nullable Long said, @Nullable Long now) {
        if (said != null && !said.equals(now)) {
            competitors.choice(viewer, said);
        }
    }

    /**
     * What is said of custom fields, among them people and records that it is tied to.
     *
     * @param blank whether it is a new one, which begins with what the fields say
     * @throws NotFound when one of them is hidden from the viewer
     */
    void keep(Viewer viewer, OpportunityInput said, Opportunity now, boolean blank) {
        now.keep(fields.read(viewer, OpportunityCustomFields.NOUN, said.custom(), blank ? null : now.getCustom()));
    }
}
