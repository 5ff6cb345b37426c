package org.triviumcrm.marketing.mining;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.Segments;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.marketing.audience.AudienceService;
import org.triviumcrm.marketing.mining.tree.Mined;
import org.triviumcrm.marketing.mining.tree.Rule;
import org.triviumcrm.shared.web.NotFound;
import tools.jackson.databind.json.JsonMapper;

/** Shows what was learned, and asks it about everybody. */
@Service
public class MiningResultService {

    private final MiningRepository models;
    private final MiningSinceRepository answers;
    private final MiningQuestions questions;
    private final MiningAttributes attributes;
    private final MiningWords words;
    private final MiningJobs jobs;
    private final MiningUseRepository uses;
    private final MiningRunRepository runs;
    private final AudienceService audiences;
    private final Segments segments;
    private final JsonMapper json;
    private final Clock clock;

    MiningResultService(
            MiningRepository models,
            MiningSinceRepository answers,
            MiningQuestions questions,
            MiningAttributes attributes,
            MiningWords words,
            MiningJobs jobs,
            MiningUseRepository uses,
            MiningRunRepository runs,
            AudienceService audiences,
            Segments segments,
            JsonMapper json,
            Clock clock) {
        this.models = models;
        this.answers = answers;
        this.questions = questions;
        this.attributes = attributes;
        this.words = words;
        this.jobs = jobs;
        this.uses = uses;
        this.runs = runs;
        this.audiences = audiences;
        this.segments = segments;
        this.json = json;
        this.clock = clock;
    }

    @CanViewMining
    @Transactional
    public MiningPage page(Viewer viewer, long id) {
        return page(viewer, id, null);
    }

    /** @param run what it learned then; null for the latest, which is what is used */
    @CanViewMining
    @Transactional
    public MiningPage page(Viewer viewer, long id, @Nullable Long run) {
        MiningModel now = models.find(id).orElseThrow(NotFound::new);
        MiningModel model = run == null ? now : now.at(runs.find(id, run).orElseThrow(NotFound::new));
        MiningQuestion question = questions.all(viewer, viewer.locale()).get(model.question());
        Mined mined = model.figures() == null || model.state() != MiningState.READY
                ? null
                : json.readValue(model.figures(), Mined.class);
        return new MiningPage(
                model,
                words.question(question, model, viewer.locale()),
                question != null && question.asked() != null,
                mined,
                mined == null ? List.of() : groups(viewer, model, mined, question),
                uses.ofModel(id),
                runs.of(id),
                run);
    }

    private List<MiningGroup> groups(Viewer viewer, MiningModel model, Mined mined, @Nullable MiningQuestion question) {
        MiningSubject subject = questions.subject(model.subject());
        Map<String, MiningAttribute> known = known(viewer, model);
        Map<Integer, Long> counts =
                model.scoring() == null ? Map.of() : subject.scores().counts(viewer, model.id());
        Map<Integer, Long> refused =
                model.scoring() == null ? Map.of() : subject.scores().refused(viewer, model.id());
        Map<Integer, Long> since = model.scoredAt() == null || question == null || !model.isScored()
                ? Map.of()
                : answers.since(
                        new MiningData(viewer, subject, question, model.thing(), MiningPopulation.EVERYBODY, List.of()),
                        model.id(),
                        model.scoredAt());
        Map<Integer, Rule> rules = mined.tree().rules();
        List<Integer> order = rules.keySet().stream()
                .sorted(Comparator.comparingDouble((Integer leaf) ->
                                -mined.tree().nodes().get(leaf).share().value())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<MiningGroup> groups = new ArrayList<>();
        for (int leaf : order) {
            groups.add(new MiningGroup(
                    leaf,
                    groups.size() + 1,
                    words.sentence(
                            rules.getOrDefault(leaf, new Rule(List.of())),
                            mined.tree().attributes(),
                            known,
                            viewer.locale()),
                    mined.tree().nodes().get(leaf).share(),
                    mined.checked().get(leaf),
                    counts.getOrDefault(leaf, 0L),
                    since.getOrDefault(leaf, 0L),
                    refused.getOrDefault(leaf, 0L)));
        }
        return groups;
    }

    /**
     * What those in the groups of a use have in common, in the viewer's language, at the places of its leaves; as whoever made it read it
     * where the tree of then is not known.
     */
    @CanViewMining
    @Transactional(readOnly = true)
    public List<String> sentences(Viewer viewer, MiningModel model, MiningUse use) {
        Map<Integer, Rule> rules = new HashMap<>();
        Mined then = runs.at(model.id(), use.usedAt())
                .map(run -> json.readValue(run.figures(), Mined.class))
                .orElse(null);
        if (then == null) {
            return use.sentences();
        }
        Map<String, MiningAttribute> known = known(viewer, model);
        then.tree().rules().forEach((leaf, rule) -> {
            int place = use.leaves().indexOf(leaf);
            boolean same = place >= 0
                    && Math.abs(then.tree().nodes().get(leaf).share().value()
                                    - use.promised().get(place))
                            < 1e-9;
            if (same) {
                rules.put(leaf, rule);
            }
        });
        List<String> sentences = new ArrayList<>();
        for (int at = 0; at < use.leaves().size(); at++) {
            Rule rule = rules.get(use.leaves().get(at));
            sentences.add(
                    rule == null
                            ? use.sentences().get(at)
                            : words.sentence(rule, then.tree().attributes(), known, viewer.locale()));
        }
        return sentences;
    }

    /** What it was learned from. */
    @CanViewMining
    @Transactional(readOnly = true)
    public MiningFacts facts(Viewer viewer, MiningModel model) {
        Map<String, MiningAttribute> known = known(viewer, model);
        Long audience = model.audienceId();
        Long segment = model.segmentId();
        String population = audience != null && viewer.can("marketing.audience.view")
                ? audiences.name(viewer, audience).orElse(null)
                : segment != null ? segments.names(List.of(segment)).get(segment) : null;
        return new MiningFacts(
                population,
                audience == null && segment == null,
                model.attributes().stream().map(key -> words.label(key, known)).toList());
    }

    /** What attributes are called, by key. */
    @CanViewMining
    @Transactional(readOnly = true)
    public Map<String, MiningAttribute> known(Viewer viewer, MiningModel model) {
        return attributes.offered(viewer, viewer.locale(), model);
    }

    /** @throws MiningRefused when it is not ready, being asked already, or one of its attributes must not be used any more */
    @CanRunMining
    @Transactional
    public void score(Viewer viewer, long id) {
        MiningModel model = models.find(id).orElseThrow(NotFound::new);
        if (attributes
                .usable(viewer, viewer.locale(), model, model.attributes())
                .isEmpty()) {
            throw new MiningRefused(null, "marketing.mining.error.barred");
        }
        if (!models.score(id, viewer.personId(), clock.instant())) {
            throw new MiningRefused(null, "marketing.mining.error.busy");
        }
        jobs.start(id);
    }
}
