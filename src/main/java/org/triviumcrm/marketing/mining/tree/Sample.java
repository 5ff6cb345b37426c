package org.triviumcrm.marketing.mining.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows to learn from: what is known of each, and whether it said yes. Kept by column. What is not known stays so: a number is NaN, a
 * text null, and no value is made up for it.
 */
public final class Sample {

    private final List<Attribute> attributes;
    private final double[][] numbers;
    private final @Nullable String[][] texts;
    private final boolean[] outcomes;
    private final long[] moments;

    private Sample(
            List<Attribute> attributes,
            double[][] numbers,
            @Nullable String[][] texts,
            boolean[] outcomes,
            long[] moments) {
        this.attributes = attributes;
        this.numbers = numbers;
        this.texts = texts;
        this.outcomes = outcomes;
        this.moments = moments;
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    public int size() {
        return outcomes.length;
    }

    public boolean outcome(int row) {
        return outcomes[row];
    }

    /** When it was decided, in any unit, or {@link Long#MIN_VALUE} where that is not known. */
    public long moment(int row) {
        return moments[row];
    }

    double[] numbers(int attribute) {
        return numbers[attribute];
    }

    @Nullable
    String[] texts(int attribute) {
        return texts[attribute];
    }

    public long yes() {
        long yes = 0;
        for (boolean outcome : outcomes) {
            yes += outcome ? 1 : 0;
        }
        return yes;
    }

    public Row row(int row) {
        return new Row() {
            @Override
            public double number(int attribute) {
                return numbers[attribute][row];
            }

            @Override
            public @Nullable String text(int attribute) {
                return texts[attribute][row];
            }
        };
    }

    /** Takes rows one by one; the same text is kept once. */
    public static final class Builder {

        private final List<Attribute> attributes;
        private final double[][] numbers;
        private final @Nullable String[][] texts;
        private final Map<String, String> same = new HashMap<>();
        private boolean[] outcomes = new boolean[1024];
        private long[] moments = new long[1024];
        private int size;

        @SuppressWarnings("NullAway")
        public Builder(List<Attribute> attributes) {
            this.attributes = List.copyOf(attributes);
            this.numbers = new double[attributes.size()][];
            this.texts = new String[attributes.size()][];
            for (int i = 0; i < attributes.size(); i++) {
                boolean number = attributes.get(i).kind().isNumber();
                numbers[i] = new double[number ? 1024 : 0];
                texts[i] = new String[number ? 0 : 1024];
            }
        }

        public void add(Row row, boolean outcome, long moment) {
            if (size == outcomes.length) {
                grow();
            }
            for (int i = 0; i < attributes.size(); i++) {
                if (attributes.get(i).kind().isNumber()) {
                    numbers[i][size] = row.number(i);
                } else {
                    String text = row.text(i);
                    texts[i][size] = text == null ? null : same.computeIfAbsent(text, key -> key);
                }
            }
            outcomes[size] = outcome;
            moments[size] = moment;
            size++;
        }

        private void grow() {
            int more = size * 2;
            outcomes = Arrays.copyOf(outcomes, more);
            moments = Arrays.copyOf(moments, more);
            for (int i = 0; i < numbers.length; i++) {
                if (attributes.get(i).kind().isNumber()) {
                    numbers[i] = Arrays.copyOf(numbers[i], more);
                } else {
                    texts[i] = Arrays.copyOf(texts[i], more);
                }
            }
        }

        public Sample build() {
            for (int i = 0; i < numbers.length; i++) {
                if (attributes.get(i).kind().isNumber()) {
                    numbers[i] = Arrays.copyOf(numbers[i], size);
                } else {
                    texts[i] = Arrays.copyOf(texts[i], size);
                }
            }
            return new Sample(typed(), numbers, texts, Arrays.copyOf(outcomes, size), Arrays.copyOf(moments, size));
        }

        /** Numbers that are all without decimals are {@link AttributeKind#WHOLE}: rules about them name the first and last one. */
        private List<Attribute> typed() {
            List<Attribute> typed = new ArrayList<>();
            for (int i = 0; i < numbers.length; i++) {
                Attribute one = attributes.get(i);
                boolean whole = one.kind() == AttributeKind.NUMBER
                        && Arrays.stream(numbers[i])
                                .allMatch(number -> Double.isNaN(number) || number == Math.rint(number));
                typed.add(whole ? new Attribute(one.key(), AttributeKind.WHOLE, one.barred()) : one);
            }
            return List.copyOf(typed);
        }
    }
}
