package org.triviumcrm.sales.qualification;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerBook;
import org.triviumcrm.customer.CustomerBook.NewContact;
import org.triviumcrm.customer.CustomerBook.NewCustomer;
import org.triviumcrm.customer.CustomerBook.UsedSince;
import org.triviumcrm.customer.Timelines;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.LeadFacts;
import org.triviumcrm.sales.assignment.AssignmentService;
import org.triviumcrm.sales.attribution.AttributionService;
import org.triviumcrm.sales.opportunity.CreateOpportunity;
import org.triviumcrm.sales.opportunity.OpportunityService;
import org.triviumcrm.sales.opportunity.OpportunityUndoService;
import org.triviumcrm.sales.reference.RecordNameRepository;
import org.triviumcrm.shared.web.NotFound;

/** The records that a lead becomes, each made or found as its own form would; and removed again. */
@Component
class LeadHeirs {

    private final CustomerBook book;
    private final Timelines timelines;
    private final OpportunityService opportunities;
    private final OpportunityUndoService undoing;
    private final AssignmentService assignments;
    private final RecordNameRepository names;
    private final People people;
    private final AttributionService attributions;

    LeadHeirs(
            CustomerBook book,
            Timelines timelines,
            OpportunityService opportunities,
            OpportunityUndoService undoing,
            AssignmentService assignments,
            RecordNameRepository names,
            People people,
            AttributionService attributions) {
        this.book = book;
        this.timelines = timelines;
        this.opportunities = opportunities;
        this.undoing = undoing;
        this.assignments = assignments;
        this.names = names;
        this.people = people;
        this.attributions = attributions;
    }

    @Nullable
    Long customer(Viewer viewer, LeadFacts lead, QualifyLead input) {
        if (input.customerId() != null) {
            requireVisible(names.customer(viewer, input.customerId()));
            return input.customerId();
        }
        return input.newCustomer() == null
                ? null
                : book.add(
                        viewer,
                        new NewCustomer(
                                input.newCustomer(),
                                lead.industry(),
                                lead.country(),
                                lead.region(),
                                lead.city(),
                                null,
                                !input.hasContact() && lead.noEmail(),
                                !input.hasContact() && lead.noCall(),
                                owner(viewer, lead, "customer")));
    }

    @Nullable
    Long contact(Viewer viewer, LeadFacts lead, QualifyLead input, @Nullable Long customer) {
        if (input.contactId() != null) {
            requireVisible(names.contact(viewer, input.contactId()));
            return input.contactId();
        }
        return input.newContact() == null
                ? null
                : book.add(
                        viewer,
                        new NewContact(
                                input.newContact(),
                                customer,
                                lead.jobTitle(),
                                lead.email(),
                                lead.phone(),
                                lead.noEmail(),
                                lead.noCall(),
                                lead.note(),
                                owner(viewer, lead, "contact")));
    }

    /** Through the same gates as any new one, the assignment rules included. */
    @Nullable
    Long opportunity(
            Viewer viewer, LeadFacts lead, QualifyLead input, @Nullable Long customer, @Nullable Long contact) {
        if (input.opportunityName() == null) {
            return null;
        }
        if (input.stageId() == null) {
            throw new QualificationRefused("stageId", "sales.opportunity.error.stageMissing");
        }
        if (input.currency() == null) {
            throw new QualificationRefused("currency", "sales.error.currency");
        }
        Long owner = assignments.isInUse(viewer) ? null : owner(viewer, lead, "opportunity");
        long id = opportunities.create(
                viewer,
                new CreateOpportunity(
                        input.opportunityName(),
                        customer,
                        contact,
                        null,
                        null,
                        input.amount(),
                        input.currency(),
                        null,
                        input.expectedCloseDate(),
                        null,
                        null,
                        input.stageId(),
                        owner,
                        Map.of()));
        if (lead.campaignId() != null) {
            attributions.fromLead(viewer, id, lead.campaignId(), lead.createdAt());
        }
        return id;
    }

    /** What was logged goes to where most is said from now on. */
    List<Long> move(LeadFacts lead, @Nullable Long customer, @Nullable Long contact, @Nullable Long opportunity) {
        if (opportunity != null) {
            return timelines.move("lead", lead.id(), "opportunity", opportunity, customer);
        }
        if (customer != null) {
            return timelines.move("lead", lead.id(), "customer", customer, customer);
        }
        return contact == null ? List.of() : timelines.move("lead", lead.id(), "contact", contact, null);
    }

    /**
     * Removes what was made, with its activities back at the lead.
     *
     * @throws UsedSince when anything has been done with it
     */
    void remove(Viewer viewer, Qualification made) {
        timelines.moveBack(made.moved(), "lead", made.leadId());
        if (made.opportunityId() != null) {
            boolean gone = timelines.isEmpty("opportunity", made.opportunityId())
                    && undoing.takeBack(viewer, made.opportunityId(), made.opportunityVersion());
            if (!gone) {
                throw new UsedSince("opportunity");
            }
        }
        if (made.contactMade() && made.contactId() != null) {
            book.removeContact(viewer, made.contactId());
        }
        if (made.customerMade() && made.customerId() != null) {
            book.removeCustomer(viewer, made.customerId());
        }
    }

    /** Whose the lead is, as far as the viewer may put them in charge; else the viewer. */
    private long owner(Viewer viewer, LeadFacts lead, String recordType) {
        Long owner = lead.ownerId();
        return owner != null && owner != viewer.personId() && people.mayChoose(viewer, recordType, owner)
                ? owner
                : viewer.personId();
    }

    private static void requireVisible(@Nullable String name) {
        if (name == null) {
            throw new NotFound();
        }
    }
}
