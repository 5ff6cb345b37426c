package org.triviumcrm.marketing.score;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.Leads;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.ConditionWords;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** What leads get points for, and the points of each. */
@Service
public class ScoreService {

    private static final int POINTS = 100;

    private final ScoreRuleRepository rules;
    private final ScoreRepository scores;
    private final ThresholdRepository thresholds;
    private final ScoreConditions attributes;
    private final Leads leads;
    private final Clock clock;

    ScoreService(
            ScoreRuleRepository rules,
            ScoreRepository scores,
            ThresholdRepository thresholds,
            ScoreConditions attributes,
            Leads leads,
            Clock clock) {
        this.rules = rules;
        this.scores = scores;
        this.thresholds = thresholds;
        this.attributes = attributes;
        this.leads = leads;
        this.clock = clock;
    }

    /** The most points first. */
    @CanManageScores
    @Transactional(readOnly = true)
    List<ScoreRow> rows(Viewer viewer, Locale locale) {
        ConditionWords words = attributes.words(locale);
        Map<Long, Long> held = scores.held().stream()
                .collect(Collectors.toMap(ScoreRepository.Held::ruleId, ScoreRepository.Held::leads));
        return rules.findByOrderByPointsDescIdAsc().stream()
                .map(rule -> row(rule, words, held.getOrDefault(rule.getId(), 0L)))
                .toList();
    }

    private ScoreRow row(ScoreRule rule, ConditionWords words, long leads) {
        ConditionGroup when = attributes.read(rule.getConditions());
        return new ScoreRow(
                rule.getId(),
                rule.getName(),
                rule.getPoints(),
                rule.getEvent(),
                when.holdsAlways() ? null : words.of(when),
                rule.getHalfLifeDays(),
                rule.getMost(),
                rule.isActive(),
                leads);
    }

    @CanManageScores
    @Transactional(readOnly = true)
    List<ScoreThreshold> thresholds(Viewer viewer) {
        return thresholds.all();
    }

    @CanManageScores
    @Transactional(readOnly = true)
    List<ScoreBand> bands(Viewer viewer) {
        return scores.bands();
    }

    /** @throws NotFound when the viewer does not see the lead */
    @SignedIn
    @Transactional(readOnly = true)
    List<ScorePoint> points(Viewer viewer, long leadId) {
        leads.find(viewer, leadId);
        return scores.points(leadId, clock.instant(), POINTS);
    }

    /** Null before it was ever scored. @throws NotFound when the viewer does not see the lead */
    @SignedIn
    @Transactional(readOnly = true)
    @Nullable
    Integer score(Viewer viewer, long leadId) {
        leads.find(viewer, leadId);
        return scores.score(leadId);
    }

    @CanManageScores
    @Transactional(readOnly = true)
    SaveScoreRule find(Viewer viewer, long id, Map<String, ConditionField> fields) {
        ScoreRule rule = load(id);
        return SaveScoreRule.of(rule, attributes.read(rule.getConditions()), fields);
    }

    @CanManageScores
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return rules.findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    /** @param form without anything wrong in it */
    @CanManageScores
    @Transactional
    long create(Viewer viewer, SaveScoreRule form, Map<String, ConditionField> fields) {
        form.keepConditions(attributes.write(form.getWhen().read(fields)));
        scores.due();
        return rules.save(new ScoreRule(form, clock.instant())).getId();
    }

    /**
     * Points that the rule gave so far end, and it gives them anew.
     *
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since
     */
    @CanManageScores
    @Transactional
    void update(Viewer viewer, long id, SaveScoreRule form, Map<String, ConditionField> fields) {
        form.keepConditions(attributes.write(form.getWhen().read(fields)));
        ScoreRule rule = load(id);
        EditConflict.refuseStale(ScoreRule.class, id, form.getVersion(), rule.getVersion());
        rule.change(form, clock.instant());
        scores.end(id, clock.instant());
        scores.due();
    }

    @CanManageScores
    @Transactional
    void remove(Viewer viewer, long id) {
        ScoreRule rule = load(id);
        scores.end(id, clock.instant());
        scores.due();
        rules.delete(rule);
    }

    @CanManageScores
    @Transactional
    void add(Viewer viewer, SaveScoreThreshold input) {
        thresholds.add(input, clock.instant());
    }

    @CanManageScores
    @Transactional
    void removeThreshold(Viewer viewer, long id) {
        if (!thresholds.remove(id)) {
            throw new NotFound();
        }
    }

    private ScoreRule load(long id) {
        return rules.findById(id).orElseThrow(NotFound::new);
    }
}
