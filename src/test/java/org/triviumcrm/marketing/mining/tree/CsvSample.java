package org.triviumcrm.marketing.mining.tree;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of a file as a sample: the last column is the outcome, the order of lines is the order in time. */
final class CsvSample {

    private CsvSample() {}

    /** @param missing what stands for a value that is not known */
    static Sample read(Reader file, Set<String> without, String missing) throws IOException {
        List<NamedCsvRecord> rows;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows = reader.stream().toList();
        }
        List<String> header = rows.get(0).getHeader();
        List<String> names = header.subList(0, header.size() - 1).stream()
                .filter(name -> !without.contains(name))
                .toList();
        List<Attribute> attributes = names.stream()
                .map(name -> new Attribute(
                        name,
                        rows.get(0).getField(name).matches("-?\\d+")
                                ? AttributeKind.WHOLE
                                : rows.get(0).getField(name).matches("-?[\\d.]+")
                                        ? AttributeKind.NUMBER
                                        : AttributeKind.CHOICE))
                .toList();
        Sample.Builder sample = new Sample.Builder(attributes);
        long at = 0;
        for (NamedCsvRecord row : rows) {
            sample.add(
                    new Row() {
                        @Override
                        public double number(int attribute) {
                            return Double.parseDouble(row.getField(names.get(attribute)));
                        }

                        @Override
                        public @Nullable String text(int attribute) {
                            String text = row.getField(names.get(attribute));
                            return text.equals(missing) ? null : text;
                        }
                    },
                    row.getField(header.size() - 1).equals("yes"),
                    at++);
        }
        return sample.build();
    }
}
