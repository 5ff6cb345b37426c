package org.triviumcrm.marketing.mining;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.marketing.mining.tree.Mined;
import org.triviumcrm.marketing.mining.tree.Miner;
import org.triviumcrm.marketing.mining.tree.MiningProgress;
import org.triviumcrm.marketing.mining.tree.MiningSettings;
import org.triviumcrm.marketing.mining.tree.NothingToLearn;
import org.triviumcrm.marketing.mining.tree.Sample;
import org.triviumcrm.marketing.mining.tree.Tree;
import tools.jackson.databind.json.JsonMapper;

/**
 * Learns, and asks what was learned about everybody, with the rights of whoever began it. Learning begins anew after a crash, as the same
 * data gives the same; scoring goes on with the customers that are left.
 */
@Component
class MiningRunner {

    private static final Logger LOG = LoggerFactory.getLogger(MiningRunner.class);
    private static final int SECONDS = 120;
    private static final int STEP = 20_000;

    /** So that the machine stays usable beside it. */
    private static final int PROCESSORS = 2;

    private final MiningRepository models;
    private final MiningRunRepository runs;
    private final MiningDataRepository data;
    private final MiningQuestions questions;
    private final MiningAttributes attributes;
    private final Viewers viewers;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MiningRunner(
            MiningRepository models,
            MiningRunRepository runs,
            MiningDataRepository data,
            MiningQuestions questions,
            MiningAttributes attributes,
            Viewers viewers,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        this.models = models;
        this.runs = runs;
        this.data = data;
        this.questions = questions;
        this.attributes = attributes;
        this.viewers = viewers;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whatever there is to do for a model. */
    void run(long id) {
        MiningModel model = models.find(id).orElse(null);
        if (model == null) {
            return;
        }
        MiningData wanted = data(model).orElse(null);
        if (wanted == null) {
            models.fail(id, "marketing.mining.failed.gone");
            return;
        }
        if (model.state() == MiningState.TRAINING) {
            learn(model, wanted);
            model = models.find(id).orElse(model);
        }
        if (model.scoring() == MiningModel.ScoringState.RUNNING) {
            score(model, wanted);
        }
    }

    /** Gives up after an error that repeats. */
    void fail(long id) {
        models.fail(id, "marketing.mining.failed.error");
    }

    private void learn(MiningModel model, MiningData wanted) {
        Instant now = clock.instant();
        models.progress(model.id(), MiningProgress.Stage.READING, 1);
        Sample sample = transaction.execute(status -> data.sample(wanted, MiningDataRepository.MOST_ROWS, SECONDS));
        MiningSettings settings = new MiningSettings(model.depth(), model.leaf(), model.balanced(), model.id());
        try {
            Mined mined = new Miner(
                            sample,
                            settings,
                            (stage, percent) -> models.progress(model.id(), stage, percent),
                            PROCESSORS)
                    .mine();
            String figures = json.writeValueAsString(mined);
            transaction.executeWithoutResult(status -> {
                models.learned(model.id(), sample.size(), sample.yes(), mined.auc(), figures, now);
                runs.keep(model.id(), mined);
                if (model.isShown()) { // what it said of leads before belongs to another tree
                    models.score(model.id(), model.createdBy(), clock.instant());
                }
            });
        } catch (NothingToLearn refused) {
            LOG.debug("Nothing to learn for model {}", model.id(), refused);
            models.fail(model.id(), "marketing.mining.failed." + refused.reason());
        }
    }

    private void score(MiningModel model, MiningData wanted) {
        Tree tree = json.readValue(model.figures(), Mined.class).tree();
        MiningData all = model.isAboutLeads() ? LeadScoring.ofAll(wanted) : wanted;
        boolean more = true;
        while (more) {
            if (!attributes.mayDecide(all.viewer(), all.viewer().locale(), model)) {
                models.fail(model.id(), "marketing.mining.failed.BARRED");
                return;
            }
            more = Boolean.TRUE.equals(transaction.execute(status -> step(model.id(), all, tree)));
        }
    }

    /** Some thousand in a transaction, from where the last one ended; false when there are none left. */
    private boolean step(long id, MiningData wanted, Tree tree) {
        if (!models.isScoring(id)) {
            return false;
        }
        MiningModel model = models.find(id).orElseThrow();
        MiningScores scores = wanted.subject().scores();
        long after = model.scoredTo();
        if (after == 0) {
            scores.begin(id);
        }
        List<Long> records = new ArrayList<>();
        List<Integer> leaves = new ArrayList<>();
        List<Boolean> refused = new ArrayList<>();
        long[] seen = {0, after};
        data.each(wanted, after, STEP, (record, yes, asked, row) -> {
            seen[0]++;
            seen[1] = record;
            if (!yes) {
                records.add(record);
                leaves.add(tree.leaf(row));
                refused.add(asked);
            }
        });
        scores.add(id, tree, records, leaves, refused, clock.instant());
        models.scored(id, records.size(), seen[1]);
        if (seen[0] < STEP) {
            scores.end(model);
            models.allScored(id);
        }
        return seen[0] == STEP;
    }

    /** Empty when somebody may not any more, or what was asked for is not there; attributes that may decide no more are as if gone. */
    private Optional<MiningData> data(MiningModel model) {
        Viewer viewer = viewers.find(model.createdBy()).orElse(null);
        if (viewer == null || !viewer.can("marketing.mining.run")) {
            return Optional.empty();
        }
        MiningQuestion question = questions.all(viewer, viewer.locale()).get(model.question());
        List<MiningAttribute> chosen = attributes.chosen(viewer, viewer.locale(), model, model.attributes());
        return question == null || chosen.size() < model.attributes().size()
                ? Optional.empty()
                : Optional.of(new MiningData(
                        viewer,
                        questions.subject(model.subject()),
                        question,
                        model.thing(),
                        model.population(),
                        chosen));
    }
}
