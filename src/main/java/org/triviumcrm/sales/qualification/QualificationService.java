package org.triviumcrm.sales.qualification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.CustomerBook;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.LeadFacts;
import org.triviumcrm.marketing.Leads;
import org.triviumcrm.shared.web.NotFound;

/** Makes customers, contacts and opportunities of leads, as their own forms would, and takes that back. */
@Service
public class QualificationService {

    /** How long after the qualification it can be taken back. */
    static final Duration WITHIN = Duration.ofMinutes(15);

    private final Leads leads;
    private final CustomerBook book;
    private final LeadHeirs heirs;
    private final QualificationRepository qualifications;
    private final Clock clock;

    QualificationService(
            Leads leads, CustomerBook book, LeadHeirs heirs, QualificationRepository qualifications, Clock clock) {
        this.leads = leads;
        this.book = book;
        this.heirs = heirs;
        this.qualifications = qualifications;
        this.clock = clock;
    }

    /** The lead that is asked about. */
    @CanQualifyLeads
    @Transactional(readOnly = true)
    public LeadFacts lead(Viewer viewer, long leadId) {
        return leads.find(viewer, leadId);
    }

    /** What it has become; empty when it did not, or that was taken back. */
    @CanSeeQualifications
    @Transactional(readOnly = true)
    public Optional<Outcome> outcome(Viewer viewer, long leadId) {
        leads.find(viewer, leadId);
        return qualifications.outcome(viewer, leadId, clock.instant().minus(WITHIN));
    }

    /** Who the lead may be already. */
    @CanQualifyLeads
    @Transactional(readOnly = true)
    public Known known(Viewer viewer, LeadFacts lead) {
        return new Known(
                book.customersLike(viewer, lead.company()), book.contactsWith(viewer, lead.email(), lead.phone()));
    }

    /**
     * All of it or nothing. An opportunity goes through the same gates as any new one.
     *
     * @throws QualificationRefused when the lead is decided already, or neither a customer nor a contact is said
     * @throws NotFound when the customer or contact chosen is not visible
     */
    @CanQualifyLeads
    @Transactional
    public Qualification qualify(Viewer viewer, long leadId, QualifyLead input) {
        LeadFacts lead = leads.hold(viewer, leadId);
        if (!lead.open()) {
            throw new QualificationRefused(null, "sales.qualification.error.decided");
        }
        if (!input.hasCustomer() && !input.hasContact()) {
            throw new QualificationRefused("customerId", "sales.qualification.error.nobody");
        }
        Long customer = heirs.customer(viewer, lead, input);
        Long contact = heirs.contact(viewer, lead, input, customer);
        Long opportunity = heirs.opportunity(viewer, lead, input, customer, contact);
        List<Long> moved = heirs.move(lead, customer, contact, opportunity);
        Qualification made = new Qualification(
                0,
                leadId,
                viewer.personId(),
                clock.instant(),
                customer,
                input.customerId() == null && customer != null,
                contact,
                input.contactId() == null && contact != null,
                opportunity,
                0,
                leads.qualify(viewer, leadId, customer, contact),
                moved);
        qualifications.add(made);
        return made;
    }

    /**
     * Takes the whole back: what was made for it goes, the lead is open again and has its activities back.
     *
     * @throws QualificationRefused when it is too late, or anything has been changed since
     */
    @CanQualifyLeads
    @Transactional
    public void undo(Viewer viewer, long leadId) {
        LeadFacts lead = leads.hold(viewer, leadId);
        Qualification made = qualifications
                .of(leadId)
                .orElseThrow(() -> new QualificationRefused(null, "sales.qualification.error.changed"));
        boolean late = made.at().isBefore(clock.instant().minus(WITHIN));
        if (late || made.personId() != viewer.personId()) {
            throw new QualificationRefused(null, "sales.qualification.error.late");
        }
        if (lead.version() != made.leadVersion()) {
            throw new QualificationRefused(null, "sales.qualification.error.changed");
        }
        qualifications.undone(made.id(), clock.instant());
        leads.takeBack(viewer, leadId);
        try {
            heirs.remove(viewer, made);
        } catch (CustomerBook.UsedSince used) {
            throw new QualificationRefused(null, "sales.qualification.error.changed");
        }
    }
}
