package org.triviumcrm.marketing.mining.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Parts the rows of a sample, by lot or by time. By lot each part has as many yes as the others, in proportion. */
final class Parting {

    private final Sample sample;
    private final long seed;

    Parting(Sample sample, long seed) {
        this.sample = sample;
        this.seed = seed;
    }

    int[] all() {
        return IntStream.range(0, sample.size()).toArray();
    }

    /** @return what is left, and the part that was drawn */
    List<int[]> parted(int[] rows, double part) {
        List<Integer> left = new ArrayList<>();
        List<Integer> drawn = new ArrayList<>();
        for (boolean outcome : new boolean[] {true, false}) {
            int[] mixed = mixed(rows, outcome);
            int size = (int) Math.round(mixed.length * part);
            for (int i = 0; i < mixed.length; i++) {
                (i < size ? drawn : left).add(mixed[i]);
            }
        }
        return List.of(sorted(left), sorted(drawn));
    }

    /** Each row is in exactly one of the folds. */
    List<int[]> folds(int[] rows, int folds) {
        List<List<Integer>> dealt = new ArrayList<>();
        for (int i = 0; i < folds; i++) {
            dealt.add(new ArrayList<>());
        }
        int next = 0;
        for (boolean outcome : new boolean[] {true, false}) {
            for (int row : mixed(rows, outcome)) {
                dealt.get(next++ % folds).add(row);
            }
        }
        return dealt.stream().map(Parting::sorted).toList();
    }

    /**
     * Those with a moment, the earlier ones and the latest part; of one moment the row that was given first is the earlier.
     *
     * @return two empty parts when all have the same moment, or none
     */
    List<int[]> latest(double part) {
        Integer[] known = IntStream.range(0, sample.size())
                .filter(row -> sample.moment(row) != Long.MIN_VALUE)
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(known, Comparator.comparingLong((Integer row) -> sample.moment(row)));
        if (known.length == 0 || sample.moment(known[0]) == sample.moment(known[known.length - 1])) {
            return List.of(new int[0], new int[0]);
        }
        int cut = known.length - (int) Math.round(known.length * part);
        return List.of(
                sorted(Arrays.asList(known).subList(0, cut)),
                sorted(Arrays.asList(known).subList(cut, known.length)));
    }

    static int[] without(int[] rows, int[] gone) {
        return IntStream.of(rows)
                .filter(row -> Arrays.binarySearch(gone, row) < 0)
                .toArray();
    }

    private int[] mixed(int[] rows, boolean outcome) {
        int[] mixed =
                IntStream.of(rows).filter(row -> sample.outcome(row) == outcome).toArray();
        Random random = new Random(seed);
        for (int i = mixed.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = mixed[i];
            mixed[i] = mixed[other];
            mixed[other] = kept;
        }
        return mixed;
    }

    private static int[] sorted(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
