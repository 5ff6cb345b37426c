package org.triviumcrm.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.mining.tree.Attribute;
import org.triviumcrm.marketing.mining.tree.AttributeKind;
import org.triviumcrm.marketing.mining.tree.Mined;
import org.triviumcrm.marketing.mining.tree.Miner;
import org.triviumcrm.marketing.mining.tree.MiningSettings;
import org.triviumcrm.marketing.mining.tree.Row;
import org.triviumcrm.marketing.mining.tree.Sample;

/**
 * Learns from a file with all that the product does: checks, choosing a size, ten folds, the latest third, a forest. Says the time, without
 * reading the file, and the figures.
 *
 * <p>Arguments: a CSV file whose last column is {@code yes} or {@code no}, in the order of time; then names of columns to leave out.
 */
public final class MeasureLearning {

    private static final int ROUNDS = 3;
    private static final int PROCESSORS = 2;

    /** Says each tree of a forest otherwise. */
    private static final Logger LEARNING = Logger.getLogger("org.tribuo");

    private MeasureLearning() {}

    public static void main(String[] args) throws IOException {
        LEARNING.setLevel(Level.WARNING);
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(Path.of(args[0]))) {
            rows = reader.stream().toList();
        }
        Sample sample = sample(rows, Set.of(args));
        System.out.println("load " + Files.readString(Path.of("/proc/loadavg")).strip());
        learn("by itself", sample, MiningSettings.byItself());
        learn("depth 5, leaves of 20", sample, new MiningSettings(5, 20, false, 1));
        System.out.println("load " + Files.readString(Path.of("/proc/loadavg")).strip());
    }

    private static void learn(String how, Sample sample, MiningSettings settings) {
        for (int round = 1; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            Mined mined = new Miner(sample, settings, (stage, percent) -> {}, PROCESSORS).mine();
            Mined.InTime time = mined.time();
            System.out.printf(
                    "%-22s round %d: %,d rows, %d attributes in %5.1f s; AUC %.3f in ten folds, %.3f set aside, %s latest third, forest %.3f; %d groups%n",
                    how,
                    round,
                    sample.size(),
                    sample.attributes().size(),
                    (System.nanoTime() - start) / 1e9,
                    mined.auc(),
                    mined.curve().auc(),
                    time == null ? "no" : "%.3f".formatted(time.auc()),
                    mined.forest(),
                    mined.tree().rules().size());
        }
    }

    private static Sample sample(List<NamedCsvRecord> rows, Set<String> without) {
        List<String> header = rows.get(0).getHeader();
        List<String> names = header.subList(0, header.size() - 1).stream()
                .filter(name -> !without.contains(name))
                .toList();
        Sample.Builder sample = new Sample.Builder(names.stream()
                .map(name -> new Attribute(name, kind(rows.get(0).getField(name))))
                .toList());
        long at = 0;
        for (NamedCsvRecord row : rows) {
            sample.add(new CsvRow(row, names), row.getField(header.size() - 1).equals("yes"), at++);
        }
        return sample.build();
    }

    private static AttributeKind kind(String value) {
        return value.matches("-?\\d+")
                ? AttributeKind.WHOLE
                : value.matches("-?[\\d.]+") ? AttributeKind.NUMBER : AttributeKind.CHOICE;
    }

    private record CsvRow(NamedCsvRecord row, List<String> names) implements Row {

        @Override
        public double number(int attribute) {
            return Double.parseDouble(row.getField(names.get(attribute)));
        }

        @Override
        public @Nullable String text(int attribute) {
            String text = row.getField(names.get(attribute));
            return text.equals("unknown") ? null : text;
        }
    }
}
