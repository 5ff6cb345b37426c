package org.triviumcrm.marketing.mining;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.Segments;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.marketing.audience.AudienceService;
import org.triviumcrm.marketing.mining.tree.AttributeCheck;
import org.triviumcrm.marketing.mining.tree.Miner;
import org.triviumcrm.marketing.mining.tree.Sample;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Asks a question, chooses what to learn from, and has it learned. */
@Service
public class MiningService {

    private static final int LONGEST_NAME = 200;

    /** Enough to see what attributes look like while somebody waits. */
    private static final int LOOKED_AT = 20_000;

    private static final int SECONDS = 20;

    private final MiningRepository models;
    private final MiningDataRepository data;
    private final MiningQuestions questions;
    private final MiningAttributes attributes;
    private final MiningWords words;
    private final MiningJobs jobs;
    private final AudienceService audiences;
    private final Segments segments;
    private final Clock clock;

    MiningService(
            MiningRepository models,
            MiningDataRepository data,
            MiningQuestions questions,
            MiningAttributes attributes,
            MiningWords words,
            MiningJobs jobs,
            AudienceService audiences,
            Segments segments,
            Clock clock) {
        this.models = models;
        this.data = data;
        this.questions = questions;
        this.attributes = attributes;
        this.words = words;
        this.jobs = jobs;
        this.audiences = audiences;
        this.segments = segments;
        this.clock = clock;
    }

    @CanViewMining
    @Transactional(readOnly = true)
    public List<MiningModel> latest(Viewer viewer) {
        return models.latest();
    }

    @CanViewMining
    @Transactional(readOnly = true)
    public MiningModel model(Viewer viewer, long id) {
        return models.find(id).orElseThrow(NotFound::new);
    }

    /** What models ask, in the viewer's words, by their number. */
    @CanViewMining
    @Transactional(readOnly = true)
    public Map<Long, String> asked(Viewer viewer, List<MiningModel> some) {
        Map<String, MiningQuestion> all = questions.all(viewer, viewer.locale());
        Map<Long, String> asked = new HashMap<>();
        some.forEach(model -> asked.put(model.id(), words.question(all.get(model.question()), model, viewer.locale())));
        return asked;
    }

    /** Segments that a model can be learned from. */
    @CanRunMining
    @Transactional(readOnly = true)
    public List<Option> segments(Viewer viewer) {
        return segments.choices(viewer);
    }

    /** What a target list is called; null when the viewer does not see it. */
    @CanRunMining
    @Transactional(readOnly = true)
    public @Nullable String audienceName(Viewer viewer, long id) {
        return viewer.can("marketing.audience.view")
                ? audiences.name(viewer, id).orElse(null)
                : null;
    }

    /** What can be asked, by key; not what an administrator has barred. */
    @CanRunMining
    @Transactional(readOnly = true)
    public Map<String, MiningQuestion> questions(Viewer viewer) {
        Map<String, MiningQuestion> all = questions.all(viewer, viewer.locale());
        for (MiningSubject subject : questions.subjects()) {
            attributes
                    .barred(viewer, viewer.locale(), subject)
                    .forEach(barred -> all.keySet().removeIf(asked -> subject.isAsked(asked, barred)));
        }
        return all;
    }

    private boolean isBarred(Viewer viewer, MiningQuestion question) {
        return !attributes.mayBeAsked(viewer, viewer.locale(), questions.subject(question.subject()), question.key());
    }

    /** @throws NotFound when the viewer does not see the target list; MiningRefused when there is no such question, or its thing is missing */
    @CanRunMining
    @Transactional
    public long ask(Viewer viewer, AskMining input) {
        MiningQuestion question = questions.all(viewer, viewer.locale()).get(input.question());
        if (question == null) {
            throw new MiningRefused("question", "marketing.mining.error.question");
        }
        if (isBarred(viewer, question)) {
            throw new MiningRefused("question", "marketing.mining.error.asked");
        }
        if (question.field().thing() != null && input.thing() == null) {
            throw new MiningRefused("thing", "marketing.mining.error.thing");
        }
        boolean customers = question.subject().equals(MiningQuestion.CUSTOMER);
        if (customers && input.audienceId() != null) {
            audiences.page(viewer, input.audienceId());
        }
        if (customers
                && input.segmentId() != null
                && segments.members(viewer, input.segmentId(), null).isEmpty()) {
            throw new MiningRefused("segmentId", "marketing.audience.error.segment");
        }
        String thing = question.field().thing() == null ? null : input.thing();
        return models.add(
                new AskMining(
                        named(question, input),
                        input.question(),
                        thing,
                        customers ? input.audienceId() : null,
                        customers ? input.segmentId() : null),
                question.subject(),
                viewer.personId(),
                clock.instant());
    }

    private static String named(MiningQuestion question, AskMining input) {
        if (input.name() != null && !input.name().isBlank()) {
            return input.name();
        }
        ConditionField about = question.field().thing();
        String thing = about == null || input.thing() == null ? null : about.named(input.thing());
        String name = question.field().label() + (thing == null ? "" : " · " + thing);
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** What there is to learn from, looked at on a part of them. */
    @CanRunMining
    @Transactional(readOnly = true)
    public MiningOffer offered(Viewer viewer, long id) {
        MiningModel model = models.find(id).orElseThrow(NotFound::new);
        Locale locale = viewer.locale();
        MiningQuestion question = questions.all(viewer, locale).get(model.question());
        if (question == null) {
            throw new NotFound();
        }
        Map<String, MiningAttribute> all = attributes.offered(viewer, locale, model);
        List<MiningAttribute> usable =
                all.values().stream().filter(MiningAttribute::decides).toList();
        MiningData wanted = new MiningData(
                viewer, questions.subject(model.subject()), question, model.thing(), model.population(), usable);
        long there = data.size(wanted, SECONDS);
        Sample sample = data.sample(wanted, LOOKED_AT, there);
        Map<String, AttributeCheck> checks =
                Miner.check(sample, id).stream().collect(Collectors.toMap(AttributeCheck::key, check -> check));
        List<OfferedAttribute> offered = new ArrayList<>();
        all.values().forEach(one -> offered.add(new OfferedAttribute(one, checked(model, one, checks.get(one.key())))));
        long rows = Math.min(MiningDataRepository.MOST_ROWS, there);
        return new MiningOffer(offered, rows, Math.round((double) sample.yes() * rows / Math.max(1, sample.size())));
    }

    private @Nullable AttributeCheck checked(MiningModel model, MiningAttribute one, @Nullable AttributeCheck check) {
        boolean contains = questions.subject(model.subject()).contains(model.question(), one.key());
        return check != null && contains ? check.contained() : check;
    }

    /** @throws MiningRefused when one of the attributes must not be used or is not there, or it is being learned already */
    @CanRunMining
    @Transactional
    public void train(Viewer viewer, long id, TrainMining input) {
        MiningModel model = models.find(id).orElseThrow(NotFound::new);
        List<MiningAttribute> chosen = attributes.chosen(viewer, viewer.locale(), model, input.attributes());
        if (chosen.size() < input.attributes().size()) {
            throw new MiningRefused("attributes", "marketing.mining.error.unknown");
        }
        if (!chosen.stream().allMatch(MiningAttribute::decides)) {
            throw new MiningRefused("attributes", "marketing.mining.error.barred");
        }
        if (!attributes.mayBeAsked(viewer, viewer.locale(), questions.subject(model.subject()), model.question())) {
            throw new MiningRefused(null, "marketing.mining.error.asked");
        }
        if (!models.begin(id, input, viewer.personId())) {
            throw new MiningRefused(null, "marketing.mining.error.busy");
        }
        jobs.start(id);
    }

    /** @throws MiningRefused when something was made of it: who was promised what, and by whom, stays on record */
    @CanRunMining
    @Transactional
    public void delete(Viewer viewer, long id) {
        MiningModel model = models.find(id).orElseThrow(NotFound::new);
        if (models.isUsed(id)) {
            throw new MiningRefused(null, "marketing.mining.error.used");
        }
        models.delete(model.id());
    }
}
