package org.triviumcrm.marketing.mining;

import java.util.List;
import org.triviumcrm.marketing.mining.measure.ScoreCurve;
import org.triviumcrm.marketing.mining.measure.Share;

/**
 * A leaf as people read it.
 *
 * @param leaf its place in the tree
 * @param number from the most likely on, beginning with 1
 * @param sentence what those in it have in common
 * @param learned of those learned from
 * @param checked of those set aside
 * @param scored how many there are that have not said yes yet
 * @param since how many of them have said yes since
 * @param refused how many of those scored were asked already, and so had said no
 */
public record MiningGroup(
        int leaf, int number, String sentence, Share learned, Share checked, long scored, long since, long refused) {

    MiningGroup(int leaf, int number, String sentence, Share learned, Share checked, long scored, long since) {
        this(leaf, number, sentence, learned, checked, scored, since, 0);
    }

    /** The same without those who have said no. */
    MiningGroup open() {
        return new MiningGroup(leaf, number, sentence, learned, checked, scored - refused, since);
    }

    /** How those did since who were scored. */
    static ScoreCurve curve(List<MiningGroup> groups) {
        return new ScoreCurve(groups.stream()
                .filter(group -> group.scored() > 0)
                .map(group -> new ScoreCurve.Step(
                        group.learned().value(), Math.min(group.since(), group.scored()), group.scored()))
                .toList());
    }

    public int percent() {
        return (int) Math.round(learned.value() * 100);
    }

    /**
     * Whose bounds are shown: those set aside, as the questions were chosen to part those learned from and flatter them. With none set
     * aside in it, those learned from are all that is known.
     */
    public Share bounded() {
        return checked.count() == 0 ? learned : checked;
    }

    /** Whether what was set aside fits what was learned. */
    public boolean holds() {
        return checked.count() == 0 || checked.covers(learned.value()) || learned.covers(checked.value());
    }
}
