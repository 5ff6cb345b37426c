package org.triviumcrm.marketing.lead;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.Timelines;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.Campaigns;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** Leads: read, create, change, decide, delete. */
@Service
public class LeadService {

    private static final int TWINS = 5;

    private final LeadRepository leads;
    private final LeadPageRepository pages;
    private final LeadTwinRepository twins;
    private final Timelines timelines;
    private final People people;
    private final Campaigns campaigns;
    private final CustomFields fields;
    private final Clock clock;

    LeadService(
            LeadRepository leads,
            LeadPageRepository pages,
            LeadTwinRepository twins,
            Timelines timelines,
            People people,
            Campaigns campaigns,
            CustomFields fields,
            Clock clock) {
        this.leads = leads;
        this.pages = pages;
        this.twins = twins;
        this.timelines = timelines;
        this.people = people;
        this.fields = fields;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @CanViewLeads
    @Transactional(readOnly = true)
    public LeadPage page(Viewer viewer, long id) {
        return pages.find(viewer, id).orElseThrow(NotFound::new);
    }

    @CanViewLeads
    @Transactional(readOnly = true)
    public boolean isVisible(Viewer viewer, long id) {
        return pages.find(viewer, id).isPresent();
    }

    /** Visible leads, contacts and customers that may be the same person; none while there is too little to tell by. */
    @CanViewLeads
    @Transactional(readOnly = true)
    public List<LeadTwin> twins(Viewer viewer, DescribeLead one) {
        return one.saysNothing() ? List.of() : twins.of(viewer, List.of(one), TWINS);
    }

    /** Whether another lead has this reference, be it visible or not. */
    @CanViewLeads
    @Transactional(readOnly = true)
    public boolean isTaken(Viewer viewer, @Nullable String reference, long id) {
        return reference != null && leads.existsByReferenceAndIdNot(reference, id);
    }

    /** @throws NotFound when the viewer may not put that person in charge, or does not see the campaign */
    @CanCreateLeads
    @Transactional
    public long create(Viewer viewer, SaveLead input) {
        requireCampaign(viewer, input.campaignId(), null);
        Long team = teamOf(viewer, input.ownerId(), null);
        Lead lead = new Lead(input, team, viewer.isJob() ? null : viewer.personId(), clock.instant());
        lead.keep(fields.read(viewer, LeadFields.NOUN, input.custom(), null));
        return leads.save(lead).getId();
    }

    /** The same with what it has answered, by question. */
    @CanCreateLeads
    @Transactional
    public long capture(Viewer viewer, SaveLead input, Map<String, String> answers) {
        long id = create(viewer, input);
        leads.flush();
        pages.answer(id, answers);
        return id;
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanEditLeads
    @Transactional
    public void update(Viewer viewer, long id, SaveLead input) {
        Lead lead = load(viewer, id);
        EditConflict.refuseStale(Lead.class, id, input.version(), lead.getVersion());
        requireCampaign(viewer, input.campaignId(), lead.getCampaignId());
        lead.change(input, teamOf(viewer, input.ownerId(), lead), clock.instant());
        lead.keep(fields.read(viewer, LeadFields.NOUN, input.custom(), lead.getCustom()));
    }

    /** @throws WrongLeadState unless it is new */
    @CanEditLeads
    @Transactional
    public void work(Viewer viewer, long id) {
        load(viewer, id).work(clock.instant());
    }

    /** @throws WrongLeadState when it is decided already */
    @CanQualifyLeads
    @Transactional
    public void disqualify(Viewer viewer, long id, DisqualifyLead input) {
        load(viewer, id).disqualify(input.reason(), clock.instant());
    }

    /** @throws WrongLeadState when it is not decided, or has become a customer */
    @CanQualifyLeads
    @Transactional
    public void reopen(Viewer viewer, long id) {
        load(viewer, id).reopen(clock.instant());
    }

    /** Nobody else changes it until the caller's transaction ends. */
    @CanQualifyLeads
    @Transactional
    public LeadPage hold(Viewer viewer, long id) {
        load(viewer, id);
        return page(viewer, id);
    }

    /**
     * @return its version afterwards
     * @throws WrongLeadState when it is decided already
     */
    @CanQualifyLeads
    @Transactional
    public int qualify(Viewer viewer, long id, @Nullable Long customerId, @Nullable Long contactId) {
        Lead lead = load(viewer, id);
        lead.qualify(customerId, contactId, clock.instant());
        return leads.saveAndFlush(lead).getVersion();
    }

    /** Whoever it is looks after it from now on. @throws NotFound when the viewer may not put that person in charge */
    @CanEditLeads
    @Transactional
    public void give(Viewer viewer, long id, long personId) {
        Lead lead = load(viewer, id);
        lead.give(personId, teamOf(viewer, personId, lead), clock.instant());
    }

    /** Takes a qualification back. */
    @CanQualifyLeads
    @Transactional
    public void unqualify(Viewer viewer, long id) {
        Lead lead = load(viewer, id);
        lead.unqualify(clock.instant());
        leads.flush();
    }

    /** What was logged about it goes to the timeline of its customer, or with it when it has none. */
    @CanDeleteLeads
    @Transactional
    public void delete(Viewer viewer, long id) {
        Lead lead = load(viewer, id);
        timelines.handOver(LeadList.NOUN, id, lead.getCustomerId());
        leads.delete(lead);
        leads.flush();
    }

    /** For a change: who comes second finds what the first has made of it. */
    Lead load(Viewer viewer, long id) {
        Lead lead = leads.findForChange(id).orElseThrow(NotFound::new);
        if (!viewer.scope(LeadList.NOUN).includes(lead.getOwnerId(), lead.getTeamId())) {
            throw new NotFound();
        }
        return lead;
    }

    private void requireCampaign(Viewer viewer, @Nullable Long campaignId, @Nullable Long before) {
        if (campaignId != null
                && !campaignId.equals(before)
                && !viewer.isJob()
                && campaigns.name(viewer, campaignId) == null) {
            throw new NotFound();
        }
    }

    private @Nullable Long teamOf(Viewer viewer, @Nullable Long ownerId, @Nullable Lead before) {
        if (ownerId == null) {
            return null;
        }
        boolean stays = before != null && ownerId.equals(before.getOwnerId());
        if (!stays
                && ownerId != viewer.personId()
                && !viewer.isJob()
                && !people.mayChoose(viewer, LeadList.NOUN, ownerId)) {
            throw new NotFound();
        }
        return people.find(ownerId).map(PersonRef::teamId).orElse(null);
    }
}
