package org.triviumcrm.marketing.mining;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.marketing.lead.LeadChangeRepository;
import org.triviumcrm.marketing.mining.tree.Attribute;
import org.triviumcrm.marketing.mining.tree.Mined;
import org.triviumcrm.marketing.mining.tree.Tree;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the model that is shown beside the points about leads that are new or have changed, within about a minute. Begun again after a stop it
 * comes to the same; while the model is asked about all leads it waits, and goes on behind the moment at which that began.
 */
@Component
class LeadScoring {

    private static final int BATCH = 2_000;

    /** Transactions that began before the last look may have been committed after it. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /** What leads are told by is for everybody who sees a lead, so it is asked about all of them, whoever learned it. */
    private static final Viewer JOB = Viewer.job("marketing.log.mining");

    private final MiningRepository models;
    private final ShownModelRepository shown;
    private final MiningDataRepository data;
    private final LeadScoreRepository scores;
    private final MiningQuestions questions;
    private final MiningAttributes attributes;
    private final LeadChangeRepository changes;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LeadScoring(
            MiningRepository models,
            ShownModelRepository shown,
            MiningDataRepository data,
            LeadScoreRepository scores,
            MiningQuestions questions,
            MiningAttributes attributes,
            LeadChangeRepository changes,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        this.models = models;
        this.shown = shown;
        this.data = data;
        this.scores = scores;
        this.questions = questions;
        this.attributes = attributes;
        this.changes = changes;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The same for all leads. */
    static MiningData ofAll(MiningData data) {
        return new MiningData(JOB, data.subject(), data.question(), data.thing(), data.population(), data.attributes());
    }

    /** What is due. */
    void look() {
        Instant now = clock.instant();
        Long id = shown.shown().orElse(null);
        if (id == null) {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> scores.forgetSome(BATCH)));
            }
            return;
        }
        Optional<List<Long>> changed =
                transaction.execute(status -> shown.lookedAt(id).map(at -> changes.since(at.minus(OVERLAP))));
        if (changed == null || changed.isEmpty()) {
            return;
        }
        List<Long> all = changed.get();
        for (int at = 0; at < all.size(); at += BATCH) {
            List<Long> some = all.subList(at, Math.min(all.size(), at + BATCH));
            transaction.executeWithoutResult(status -> score(id, some));
        }
        transaction.executeWithoutResult(status -> {
            if (shown.lookedAt(id).isPresent()) {
                shown.looked(id, now);
            }
        });
    }

    /** Some leads, within a transaction that no other scoring with this model runs beside. */
    private void score(long id, List<Long> some) {
        if (shown.lookedAt(id).isEmpty()) {
            return;
        }
        MiningModel model = models.find(id).orElseThrow();
        Tree tree = json.readValue(model.figures(), Mined.class).tree();
        MiningData wanted = data(model, tree).orElse(null);
        if (wanted == null) {
            shown.fail(id);
            return;
        }
        Set<Long> others = new HashSet<>(some);
        List<Long> leads = new ArrayList<>();
        List<Integer> leaves = new ArrayList<>();
        data.each(wanted, some, (lead, yes, asked, row) -> {
            if (!yes) {
                leads.add(lead);
                leaves.add(tree.leaf(row));
                others.remove(lead);
            }
        });
        scores.add(id, tree, leads, leaves, List.of(), clock.instant());
        scores.forget(List.copyOf(others));
    }

    /** Empty when what the tree asks is not there any more, or must not be used to decide. */
    private Optional<MiningData> data(MiningModel model, Tree tree) {
        MiningQuestion question = questions.all(JOB, JOB.locale()).get(model.question());
        List<String> keys = tree.attributes().stream().map(Attribute::key).toList();
        List<MiningAttribute> asked = attributes.usable(JOB, JOB.locale(), model, keys);
        return question == null || asked.isEmpty()
                ? Optional.empty()
                : Optional.of(new MiningData(
                        JOB,
                        questions.subject(model.subject()),
                        question,
                        model.thing(),
                        MiningPopulation.EVERYBODY,
                        asked));
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        Task<Void> chancesOfLeads(ObjectProvider<LeadScoring> scoring) {
            return Tasks.recurring("marketing-mining-leads", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((instance, context) -> scoring.getObject().look());
        }
    }
}
