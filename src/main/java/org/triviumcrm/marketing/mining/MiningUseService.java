package org.triviumcrm.marketing.mining;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.CompanyAmounts;
import org.triviumcrm.identity.BulkRuns;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.marketing.audience.AudienceService;
import org.triviumcrm.marketing.audience.AudienceUseService;
import org.triviumcrm.marketing.campaign.CampaignService;
import org.triviumcrm.marketing.campaign.SaveCampaign;
import org.triviumcrm.marketing.mining.UseMining.Into;
import org.triviumcrm.marketing.mining.measure.Share;
import org.triviumcrm.shared.list.MatchingRows;
import org.triviumcrm.shared.web.NotFound;

/** Makes target lists and campaigns of groups, and tells what became of them. */
@Service
public class MiningUseService {

    private static final String CAMPAIGN = "campaign";

    private final MiningRepository models;
    private final MiningSinceRepository answers;
    private final MiningScoreRepository scores;
    private final MiningUseRepository uses;
    private final MiningResultService results;
    private final MiningQuestions questions;
    private final MiningAttributes attributes;
    private final MiningWords words;
    private final AudienceService audiences;
    private final AudienceUseService audienceUses;
    private final CampaignService campaigns;
    private final CompanyAmounts amounts;
    private final BulkRuns runs;
    private final Clock clock;

    MiningUseService(
            MiningRepository models,
            MiningSinceRepository answers,
            MiningScoreRepository scores,
            MiningUseRepository uses,
            MiningResultService results,
            MiningQuestions questions,
            MiningAttributes attributes,
            MiningWords words,
            AudienceService audiences,
            AudienceUseService audienceUses,
            CampaignService campaigns,
            CompanyAmounts amounts,
            BulkRuns runs,
            Clock clock) {
        this.models = models;
        this.answers = answers;
        this.scores = scores;
        this.uses = uses;
        this.results = results;
        this.questions = questions;
        this.attributes = attributes;
        this.words = words;
        this.audiences = audiences;
        this.audienceUses = audienceUses;
        this.campaigns = campaigns;
        this.amounts = amounts;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * What was begun.
     *
     * @param run fills the target list
     * @param campaignId null where there is none
     */
    record Begun(long run, @Nullable Long campaignId) {}

    /**
     * Makes a target list of everybody in these groups whom the viewer sees, and puts them into a campaign where one is asked for; in the
     * background where they are many. Who they are and what was promised of them is written down.
     *
     * @throws MiningRefused when nobody is in them, the groups are others by now, an administrator has barred what decides them, or something that a campaign needs is missing
     * @throws org.triviumcrm.shared.web.Refusal when the campaign can't be like that
     * @throws NotFound when the viewer does not see the campaign
     * @throws AccessDeniedException when the viewer may not make campaigns, or choose people for them
     */
    @CanRunMining
    @Transactional
    Begun use(Viewer viewer, long id, UseMining input) {
        MiningModel model = models.find(id).filter(one -> !one.isAboutLeads()).orElseThrow(NotFound::new);
        if (!attributes.mayDecide(viewer, viewer.locale(), model)) {
            throw new MiningRefused(null, "marketing.mining.error.barred");
        }
        if (input.scoredAt() != null && !input.scoredAt().equals(model.scoredAt())) {
            throw new MiningRefused("leaves", "marketing.mining.error.anew");
        }
        MiningPage page = results.page(viewer, id);
        List<MiningGroup> groups = model.isScored() ? chosen(page.groups(), input) : List.of();
        boolean refused = Boolean.TRUE.equals(input.refused()) || !page.hasOpen();
        if (groups.isEmpty()) {
            throw new MiningRefused("leaves", "marketing.mining.error.leaves");
        }
        MatchingRows members = scores.members(
                viewer, id, groups.stream().map(MiningGroup::leaf).toList(), refused);
        Long campaign = campaign(viewer, model, input);
        long list = audiences.begin(viewer, input.name(), model.name());
        long run = runs.begin(viewer, "customer", "audience", members, audiences.adding(viewer, list))
                .orElseThrow(() -> new MiningRefused("leaves", "marketing.audience.error.nobody"));
        if (campaign != null) {
            audienceUses.fill(viewer, list, campaign, members);
        }
        uses.add(viewer, id, list, campaign, groups, refused, clock.instant());
        return new Begun(run, campaign);
    }

    private static List<MiningGroup> chosen(List<MiningGroup> groups, UseMining input) {
        Integer band = input.band();
        return groups.stream()
                .filter(group ->
                        input.leaves().contains(group.leaf()) || (band != null && MiningBand.isWithin(group, band)))
                .toList();
    }

    /** The campaign that they go into, made where it is to be a new one; null for none. */
    private @Nullable Long campaign(Viewer viewer, MiningModel model, UseMining input) {
        if (input.into() == Into.LIST) {
            return null;
        }
        if (!viewer.can("marketing.participant.edit")
                || (input.into() == Into.NEW && !viewer.can("marketing.campaign.create"))) {
            throw new AccessDeniedException("No campaigns of groups for this viewer");
        }
        if (input.into() == Into.NEW) {
            return campaigns.create(viewer, planned(viewer, model, input));
        }
        if (input.campaignId() == null) {
            throw new MiningRefused("campaignId", "marketing.participant.error.campaign");
        }
        return input.campaignId();
    }

    private SaveCampaign planned(Viewer viewer, MiningModel model, UseMining input) {
        Long method = input.methodId();
        LocalDate start = input.startOn();
        LocalDate end = input.endOn();
        if (method == null) {
            throw new MiningRefused("methodId", "marketing.campaign.error.method");
        }
        if (start == null) {
            throw new MiningRefused("startOn", "marketing.campaign.error.start");
        }
        if (end == null || end.isBefore(start)) {
            throw new MiningRefused("endOn", "marketing.campaign.error.end");
        }
        return new SaveCampaign(
                input.name().strip(),
                method,
                null,
                null,
                null,
                start,
                end,
                model.name(),
                null,
                null,
                null,
                null,
                amounts.currencies(viewer).get(0),
                List.of(),
                viewer.personId(),
                Map.of(),
                0);
    }

    /** What a target list was made of, the latest first. */
    @CanViewMining
    @Transactional(readOnly = true)
    public List<MiningUse> ofAudience(Viewer viewer, long audienceId) {
        return uses.ofAudience(audienceId);
    }

    /** What a campaign's people were found by, the latest first. */
    @CanViewMining
    @Transactional(readOnly = true)
    public List<MiningUse> ofCampaign(Viewer viewer, long campaignId) {
        return uses.ofCampaign(campaignId);
    }

    /** @throws NotFound when there is no such use of this model */
    @CanViewMining
    @Transactional
    public MiningOutcome outcome(Viewer viewer, long id, long useId) {
        MiningModel model = models.find(id).orElseThrow(NotFound::new);
        MiningUse use = uses.find(id, useId).orElseThrow(NotFound::new);
        MiningQuestion question = questions.all(viewer, viewer.locale()).get(model.question());
        MiningModel asked = about(model, question, use);
        String said = words.question(question, asked, viewer.locale());
        if (question == null || !use.isFollowed()) {
            return new MiningOutcome(use, said, List.of());
        }
        Map<Integer, Long> counts = uses.counts(viewer, useId);
        Map<Integer, Long> yes = answers.sinceUse(
                new MiningData(
                        viewer,
                        questions.subject(model.subject()),
                        question,
                        asked.thing(),
                        MiningPopulation.EVERYBODY,
                        List.of()),
                useId,
                use.usedAt());
        List<String> sentences = results.sentences(viewer, model, use);
        List<MiningOutcome.Group> groups = new ArrayList<>();
        for (int at = 0; at < use.leaves().size(); at++) {
            int leaf = use.leaves().get(at);
            long count = counts.getOrDefault(leaf, 0L);
            groups.add(new MiningOutcome.Group(
                    at + 1,
                    sentences.get(at),
                    use.promised().get(at),
                    new Share(Math.min(count, yes.getOrDefault(leaf, 0L)), count)));
        }
        return new MiningOutcome(use, said, groups);
    }

    /** Whoever was learned from answers to one campaign is asked by another: it is that one which they have to answer. */
    private static MiningModel about(MiningModel model, @Nullable MiningQuestion question, MiningUse use) {
        boolean campaigns = question != null
                && question.field().thing() != null
                && CAMPAIGN.equals(question.field().thing().key());
        return campaigns && use.campaignId() != null ? model.about(String.valueOf(use.campaignId())) : model;
    }
}
