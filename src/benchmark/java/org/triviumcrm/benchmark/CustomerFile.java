package org.triviumcrm.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A CSV file of made-up customers, the same for the same number. */
final class CustomerFile {

    private static final String[] COUNTRIES = {"China", "United States", "Germany", "Japan", "Brazil", "Kenya"};

    private CustomerFile() {}

    static Path write(int rows) throws IOException {
        SplittableRandom chance = new SplittableRandom(rows);
        MadeUpNames names = new MadeUpNames(chance);
        Path file = Files.createTempFile("customers", ".csv");
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write("customer number,company,industry,country,phone,e-mail,employees,revenue,founded\n");
            for (int row = 1; row <= rows; row++) {
                to.write("C%07d,\"%s\",%s,%s,+1 555 %07d,office%d@example.com,%d,%d.50,%d%n"
                        .formatted(
                                row,
                                names.company(row),
                                names.industry(),
                                COUNTRIES[chance.nextInt(COUNTRIES.length)],
                                chance.nextInt(10_000_000),
                                row,
                                chance.nextInt(1, 9_000),
                                chance.nextInt(10_000, 90_000_000),
                                chance.nextInt(1900, 2026)));
            }
        }
        return file;
    }
}
