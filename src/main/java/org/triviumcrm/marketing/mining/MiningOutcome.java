package org.triviumcrm.marketing.mining;

import java.util.List;
import org.triviumcrm.marketing.mining.measure.Share;

/**
 * What became of one use of a model, so far.
 *
 * @param question in the reader's words, with what it is about: the campaign that they were put into, where it asks for one
 * @param groups from the most likely on; none where nothing was written down, or the question is not there any more
 */
public record MiningOutcome(MiningUse use, String question, List<Group> groups) {

    /** In plain words: too few to say anything, no answer yet at all, as was promised, more of them, or fewer. */
    public enum Verdict {
        EARLY,
        NOBODY,
        KEPT,
        MORE,
        FEWER
    }

    private static final int ENOUGH = 30;

    /**
     * @param promised from 0 to 1
     * @param actual how many of how many have said yes since
     */
    public record Group(int number, String sentence, double promised, Share actual) {

        /** With fewer than thirty there is hardly a share that would surprise. */
        public Verdict verdict() {
            if (actual.count() < ENOUGH) {
                return Verdict.EARLY;
            }
            if (actual.covers(promised)) {
                return Verdict.KEPT;
            }
            if (actual.value() > promised) {
                return Verdict.MORE;
            }
            return actual.yes() == 0 ? Verdict.NOBODY : Verdict.FEWER;
        }
    }

    /** Whether all is over and came otherwise than was promised, so that it should be learned anew. */
    public boolean failed() {
        Verdict verdict = all().verdict();
        return use.over() && verdict != Verdict.EARLY && verdict != Verdict.KEPT;
    }

    /** All of them together; what was promised by how many there are in each. */
    public Group all() {
        long count = groups.stream().mapToLong(group -> group.actual().count()).sum();
        long yes = groups.stream().mapToLong(group -> group.actual().yes()).sum();
        double promised = groups.stream()
                .mapToDouble(group -> group.promised() * group.actual().count())
                .sum();
        return new Group(0, "", count == 0 ? 0 : promised / count, new Share(yes, count));
    }
}
