package org.triviumcrm.marketing.mining;

import java.util.ArrayList;
import java.util.List;

/**
 * Open leads of which the model that is shown expects at least so many per cent to say yes.
 *
 * @param from in per cent, as whole numbers are shown
 * @param leads how many
 * @param expected how many of them are expected to say yes
 */
public record LeadBand(int from, long leads, long expected) {

    private static final List<Integer> BOUNDS = List.of(95, 90, 80, 70, 60, 50, 40, 30, 20, 10, 5, 2, 1, 0);

    /**
     * Leads with the same chance.
     *
     * @param chance in per cent
     */
    record Same(double chance, long leads) {}

    /** From the surest on; one that has nobody more than the one before is left out. */
    static List<LeadBand> of(List<Same> all) {
        List<LeadBand> bands = new ArrayList<>();
        long before = 0;
        for (int from : BOUNDS) {
            long leads = 0;
            double expected = 0;
            for (Same same : all) {
                if (same.chance() >= least(from)) {
                    leads += same.leads();
                    expected += same.leads() * same.chance() / 100;
                }
            }
            if (leads > before) {
                bands.add(new LeadBand(from, leads, Math.round(expected)));
                before = leads;
            }
        }
        return bands;
    }

    /** What the list is filtered by: what is shown as so many per cent begins half of one below it. */
    public double least() {
        return least(from);
    }

    private static double least(int from) {
        return Math.max(0, from - 0.5);
    }
}
