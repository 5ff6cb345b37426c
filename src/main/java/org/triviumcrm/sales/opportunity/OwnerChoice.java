package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.assignment.Assigned;
import org.triviumcrm.sales.assignment.Assigner;
import org.triviumcrm.sales.assignment.NewOpportunity;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.territory.TerritoryRules;
import org.triviumcrm.shared.web.NotFound;

/** Who gets an opportunity: whom the viewer names; a new one without a name goes by the assignment rules. And where it lies. */
@Component
class OwnerChoice {

    private final People people;
    private final Assigner assigner;
    private final TerritoryRules territories;

    OwnerChoice(People people, Assigner assigner, TerritoryRules territories) {
        this.people = people;
        this.assigner = assigner;
        this.territories = territories;
    }

    /**
     * @param territoryId where it lies by the rules, null for nowhere
     * @param assigned by which rule, null when it was named or no rule fits
     */
    record First(
            PersonRef person,
            NewOpportunity opportunity,
            @Nullable Long territoryId,
            @Nullable Assigned assigned) {}

    /** @throws NotFound when the viewer may not put that person in charge */
    PersonRef chosen(Viewer viewer, long wanted) {
        if (wanted != viewer.personId() && !viewer.isJob() && !people.mayChoose(viewer, "opportunity", wanted)) {
            throw new NotFound();
        }
        return people.find(wanted).orElseThrow(NotFound::new);
    }

    /**
     * The owner of a new one.
     *
     * @param base its amount in the company's currency
     * @throws NotFound when the viewer may not put that person in charge
     */
    First first(Viewer viewer, CreateOpportunity input, Stage stage, BigDecimal base) {
        Long territory = territories.placeOfCustomer(input.customerId()).orElse(null);
        NewOpportunity arriving = new NewOpportunity(
                input.name(), input.customerId(), input.productId(), stage.getPipelineId(), base, territory);
        if (input.ownerId() != null) {
            return new First(chosen(viewer, input.ownerId()), arriving, territory, null);
        }
        Assigned assigned = assigner.assign(arriving).orElse(null);
        long owner = assigned == null ? viewer.personId() : assigned.personId();
        return new First(people.find(owner).orElseThrow(NotFound::new), arriving, territory, assigned);
    }

    /** Says in its history by which rule it came to its owner, and tells the owner. */
    void note(Viewer viewer, long opportunityId, First first) {
        if (first.assigned() != null) {
            assigner.note(opportunityId, first.opportunity(), first.assigned(), viewer.personId());
        }
    }
}
