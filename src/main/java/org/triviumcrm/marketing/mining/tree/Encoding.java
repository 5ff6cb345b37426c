package org.triviumcrm.marketing.mining.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sample in small whole numbers, as trees compare nothing but what is smaller. Of a number: its place among all of that attribute, or that
 * of its thousandth where there are more. Of a choice: its place by how often it occurs; what is rarer than the first hundred is never
 * asked for. 0 is what is not known: it lies below every number, so that one question parts it from all of them.
 */
final class Encoding {

    static final int UNKNOWN = 0;
    private static final int MOST_STEPS = 1000;
    private static final int MOST_VALUES = 100;

    private final Sample sample;
    private final short[][] codes;
    private final double[][] lowest;
    private final double[][] highest;
    private final List<List<String>> values = new ArrayList<>();

    Encoding(Sample sample) {
        this.sample = sample;
        int attributes = sample.attributes().size();
        codes = new short[attributes][];
        lowest = new double[attributes][];
        highest = new double[attributes][];
        for (int i = 0; i < attributes; i++) {
            if (isNumber(i)) {
                values.add(List.of());
                number(i, sample.numbers(i));
            } else {
                choice(i, sample.texts(i));
            }
        }
    }

    Sample sample() {
        return sample;
    }

    int attributes() {
        return codes.length;
    }

    boolean isNumber(int attribute) {
        return sample.attributes().get(attribute).kind().isNumber();
    }

    int code(int attribute, int row) {
        return codes[attribute][row];
    }

    /** The largest code that there is. */
    int largest(int attribute) {
        return isNumber(attribute)
                ? lowest[attribute].length
                : values.get(attribute).size() + 1;
    }

    /** Whether a choice's code is asked for at all. */
    boolean isAsked(int attribute, int code) {
        return code <= values.get(attribute).size();
    }

    /** The choice's value; null for what is not known. */
    @Nullable
    String value(int attribute, int code) {
        return code == UNKNOWN ? null : values.get(attribute).get(code - 1);
    }

    /** A number with few digits that parts this code from the next; null between what is not known and all numbers. */
    @Nullable
    Double threshold(int attribute, int code) {
        return code == UNKNOWN ? null : RoundNumber.between(highest[attribute][code - 1], lowest[attribute][code]);
    }

    private void number(int attribute, double[] numbers) {
        double[] known = Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        double[] distinct = Arrays.stream(known).distinct().toArray();
        double[] tops = distinct;
        if (distinct.length > MOST_STEPS) {
            double[] cuts = new double[MOST_STEPS];
            for (int i = 0; i < MOST_STEPS; i++) {
                cuts[i] = known[(int) ((long) (i + 1) * known.length / MOST_STEPS) - 1];
            }
            tops = Arrays.stream(cuts).distinct().toArray();
        }
        highest[attribute] = tops;
        lowest[attribute] = new double[tops.length];
        short[] encoded = new short[numbers.length];
        for (int i = 0; i < tops.length; i++) {
            int place = i == 0 ? 0 : Arrays.binarySearch(distinct, tops[i - 1]) + 1;
            lowest[attribute][i] = distinct[place];
        }
        for (int row = 0; row < numbers.length; row++) {
            if (!Double.isNaN(numbers[row])) {
                int place = Arrays.binarySearch(tops, numbers[row]);
                encoded[row] = (short) ((place < 0 ? -place - 1 : place) + 1);
            }
        }
        codes[attribute] = encoded;
    }

    private void choice(int attribute, @Nullable String[] texts) {
        Map<String, Integer> often = new HashMap<>();
        for (String text : texts) {
            if (text != null) {
                often.merge(text, 1, Integer::sum);
            }
        }
        List<String> known = new ArrayList<>(often.keySet());
        known.sort(Comparator.comparing((String text) -> often.getOrDefault(text, 0))
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
        List<String> asked = known.size() > MOST_VALUES ? known.subList(0, MOST_VALUES) : known;
        values.add(Collections.unmodifiableList(new ArrayList<>(asked)));
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            places.put(asked.get(i), i + 1);
        }
        short[] encoded = new short[texts.length];
        for (int row = 0; row < texts.length; row++) {
            String text = texts[row];
            encoded[row] = (short) (text == null ? UNKNOWN : places.getOrDefault(text, asked.size() + 1));
        }
        codes[attribute] = encoded;
    }
}
