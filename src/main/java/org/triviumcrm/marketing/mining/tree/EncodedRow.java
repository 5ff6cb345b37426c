package org.triviumcrm.marketing.mining.tree;

import java.util.ArrayList;
import java.util.List;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/** A row as the library takes it: numbers by their place, choices as one feature a value. Knows its place in the sample. */
final class EncodedRow extends ArrayExample<Label> {

    static final String IS = "=";

    private final int row;

    private EncodedRow(Label outcome, String[] names, double[] values, int row) {
        super(outcome, names, values);
        this.row = row;
    }

    int row() {
        return row;
    }

    static EncodedRow of(Encoding encoding, int row, Label outcome, float weight) {
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < encoding.attributes(); i++) {
            int code = encoding.code(i, row);
            if (encoding.isNumber(i)) {
                names.add(Integer.toString(i));
                values.add((double) code);
            } else if (encoding.isAsked(i, code)) {
                names.add(i + IS + code);
                values.add(1.0);
            }
        }
        EncodedRow encoded = new EncodedRow(
                outcome,
                names.toArray(String[]::new),
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                row);
        encoded.setWeight(weight);
        return encoded;
    }
}
