package org.triviumcrm.marketing.mining;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.mining.measure.Share;
import org.triviumcrm.marketing.mining.tree.Mined;

/**
 * A model as its page shows it.
 *
 * @param question in the reader's words, with what it is about
 * @param asked whether only those count who were asked, so that some of whom no yes is known have said no
 * @param mined null until it is ready
 * @param groups from the most likely on
 * @param runs what it has learned, the latest first
 * @param run which of these is shown; null for the latest, which is what is used
 */
public record MiningPage(
        MiningModel model,
        String question,
        boolean asked,
        @Nullable Mined mined,
        List<MiningGroup> groups,
        List<MiningUse> uses,
        List<MiningRun> runs,
        @Nullable Long run) {

    /** Whether who says yes has so changed that it should be learned anew: those found likely are so no more. */
    public boolean drifted() {
        long yes = groups.stream().mapToLong(MiningGroup::since).sum();
        return mined != null && yes >= 30 && since() < mined.curve().auc() - 0.1;
    }

    /**
     * Whether more have said yes since than the groups said, beyond what may be chance: what they say is too low by now, however well they
     * tell who comes first. Fewer is no sign while people can still say so; of a campaign that is over its own page tells.
     */
    public boolean exceeded() {
        return mined != null && actual().yes() >= 30 && actual().low() > expected();
    }

    /** How many of those in groups have said yes since. */
    public Share actual() {
        return MiningGroup.curve(groups).base();
    }

    /** What share of those in groups the groups say will say yes, from 0 to 1. */
    public double expected() {
        double all = groups.stream()
                .mapToDouble(group -> group.learned().value() * group.scored())
                .sum();
        return scored() == 0 ? 0 : all / scored();
    }

    /** How well the groups told who would say yes after scoring; 0.5 is lots. */
    public double since() {
        return MiningGroup.curve(groups).auc();
    }

    /** How many of those in groups had said no before they were scored. */
    public long refused() {
        return groups.stream().mapToLong(MiningGroup::refused).sum();
    }

    /** Whether some are left who have not said no; where all have, they are all that there is to choose from. */
    public boolean hasOpen() {
        return refused() < scored();
    }

    /** Whom a share is promised of: those who have not said no, where there are any. */
    public List<MiningGroup> promising() {
        return hasOpen() ? groups.stream().map(MiningGroup::open).toList() : groups;
    }

    public long scored() {
        return groups.stream().mapToLong(MiningGroup::scored).sum();
    }
}
