package org.triviumcrm.marketing.mining;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.Leads;
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.marketing.mining.tree.Mined;
import org.triviumcrm.marketing.mining.tree.Rule;
import org.triviumcrm.marketing.mining.tree.Tree;
import org.triviumcrm.shared.web.NotFound;
import tools.jackson.databind.json.JsonMapper;

/** Which model is shown beside the points of leads, and what it says of one. */
@Service
public class LeadModelService {

    private final MiningRepository models;
    private final ShownModelRepository shown;
    private final LeadScoreRepository scores;
    private final MiningQuestions questions;
    private final MiningAttributes attributes;
    private final MiningWords words;
    private final MiningJobs jobs;
    private final Leads leads;
    private final JsonMapper json;
    private final Clock clock;

    LeadModelService(
            MiningRepository models,
            ShownModelRepository shown,
            LeadScoreRepository scores,
            MiningQuestions questions,
            MiningAttributes attributes,
            MiningWords words,
            MiningJobs jobs,
            Leads leads,
            JsonMapper json,
            Clock clock) {
        this.models = models;
        this.shown = shown;
        this.scores = scores;
        this.questions = questions;
        this.attributes = attributes;
        this.words = words;
        this.jobs = jobs;
        this.leads = leads;
        this.json = json;
        this.clock = clock;
    }

    /** Models about leads that can be shown, the one that is shown first. */
    @CanShowModels
    @Transactional(readOnly = true)
    public List<MiningModel> ready(Viewer viewer) {
        return models.ready(MiningQuestion.LEAD);
    }

    /** Open leads that the viewer sees, by what the model that is shown says of them. */
    @CanShowModels
    @Transactional(readOnly = true)
    public List<LeadBand> bands(Viewer viewer) {
        return LeadBand.of(scores.open(viewer));
    }

    /**
     * From now on it is this one, and it is asked about all open leads.
     *
     * @throws NotFound when there is no such model
     * @throws MiningRefused when it is not about leads, is not ready, or one of its attributes must not be used any more
     */
    @CanShowModels
    @Transactional
    public void show(Viewer viewer, long id) {
        MiningModel model = models.find(id).orElseThrow(NotFound::new);
        if (!model.isAboutLeads()) {
            throw new MiningRefused(null, "marketing.mining.error.notLeads");
        }
        if (model.state() != MiningState.READY) {
            throw new MiningRefused(null, "marketing.mining.error.busy");
        }
        if (attributes
                .usable(viewer, viewer.locale(), model, model.attributes())
                .isEmpty()) {
            throw new MiningRefused(null, "marketing.mining.error.barred");
        }
        shown.show(id, clock.instant());
        // whoever made it may have left
        long by = viewer.can("marketing.mining.run") ? viewer.personId() : model.createdBy();
        if (models.score(id, by, clock.instant())) {
            jobs.start(id);
        }
    }

    /** None from now on. */
    @CanShowModels
    @Transactional
    public void hide(Viewer viewer) {
        shown.show(null, clock.instant());
    }

    /**
     * Empty when no model is shown, or it was not asked about this lead yet.
     *
     * @throws NotFound when the viewer does not see the lead
     */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<LeadSaid> said(Viewer viewer, long leadId) {
        leads.find(viewer, leadId);
        return scores.said(leadId).map(said -> said(viewer, said));
    }

    private LeadSaid said(Viewer viewer, LeadScoreRepository.Said said) {
        Tree tree = json.readValue(said.figures(), Mined.class).tree();
        Map<String, MiningAttribute> known =
                questions.subject(MiningQuestion.LEAD).attributes(viewer, viewer.locale());
        return new LeadSaid(
                said.modelId(),
                said.name(),
                tree.nodes().get(said.leaf()).share(),
                tree.nodes().get(0).share(),
                words.sentence(
                        tree.rules().getOrDefault(said.leaf(), new Rule(List.of())),
                        tree.attributes(),
                        known,
                        viewer.locale()),
                said.dataAt(),
                said.scoredAt());
    }
}
