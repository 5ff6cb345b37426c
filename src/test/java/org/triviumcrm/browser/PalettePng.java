package org.triviumcrm.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * A picture of a page in at most 256 colours, as small as PNG gets: pages have few colours and the many shades of letters'
 * edges. Boxes of like colours are halved at the middle of their pixels until there are enough (median cut).
 */
final class PalettePng {

    private static final int COLOURS = 256;

    private PalettePng() {}

    static byte[] of(byte[] png) throws IOException {
        BufferedImage page = ImageIO.read(new ByteArrayInputStream(png));
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xFFFFFF, 1, Integer::sum);
        }
        List<List<Map.Entry<Integer, Integer>>> boxes = boxes(List.copyOf(counts.entrySet()));
        int[] palette = new int[COLOURS];
        Map<Integer, Integer> places = new HashMap<>();
        for (int at = 0; at < boxes.size(); at++) {
            palette[at] = average(boxes.get(at));
            for (Map.Entry<Integer, Integer> colour : boxes.get(at)) {
                places.put(colour.getKey(), at);
            }
        }
        IndexColorModel colours = new IndexColorModel(8, COLOURS, palette, 0, false, -1, 0);
        BufferedImage small =
                new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (int at = 0; at < pixels.length; at++) {
            small.getRaster()
                    .setSample(
                            at % page.getWidth(),
                            at / page.getWidth(),
                            0,
                            places.getOrDefault(pixels[at] & 0xFFFFFF, 0));
        }
        return written(small);
    }

    /** The box with the most pixels times its width is halved next, so that rare shades far apart count as well. */
    private static List<List<Map.Entry<Integer, Integer>>> boxes(List<Map.Entry<Integer, Integer>> all) {
        List<List<Map.Entry<Integer, Integer>>> boxes = new ArrayList<>(List.of(all));
        while (boxes.size() < COLOURS) {
            List<Map.Entry<Integer, Integer>> widest = boxes.stream()
                    .filter(box -> box.size() > 1)
                    .max(Comparator.comparingDouble(
                            box -> Math.sqrt(pixels(box)) * width(box, shift(box)) * width(box, shift(box))))
                    .orElse(null);
            if (widest == null) {
                return boxes;
            }
            int shift = shift(widest);
            List<Map.Entry<Integer, Integer>> sorted = widest.stream()
                    .sorted(Comparator.comparingInt(colour -> part(colour.getKey(), shift)))
                    .toList();
            double middle = (part(sorted.get(0).getKey(), shift)
                            + part(sorted.get(sorted.size() - 1).getKey(), shift))
                    / 2.0;
            int half = 1;
            while (half < sorted.size() - 1 && part(sorted.get(half).getKey(), shift) <= middle) {
                half++;
            }
            boxes.remove(widest);
            boxes.add(sorted.subList(0, half));
            boxes.add(sorted.subList(half, sorted.size()));
        }
        return boxes;
    }

    private static int part(int colour, int shift) {
        return colour >> shift & 0xFF;
    }

    private static long pixels(List<Map.Entry<Integer, Integer>> box) {
        return box.stream().mapToLong(Map.Entry::getValue).sum();
    }

    /** Which of red, green and blue differs most. */
    private static int shift(List<Map.Entry<Integer, Integer>> box) {
        return List.of(16, 8, 0).stream()
                .max(Comparator.comparingInt(shift -> width(box, shift)))
                .orElseThrow();
    }

    private static int width(List<Map.Entry<Integer, Integer>> box, int shift) {
        int least = 255;
        int most = 0;
        for (Map.Entry<Integer, Integer> colour : box) {
            least = Math.min(least, part(colour.getKey(), shift));
            most = Math.max(most, part(colour.getKey(), shift));
        }
        return most - least;
    }

    private static int average(List<Map.Entry<Integer, Integer>> box) {
        int colour = 0;
        for (int shift : new int[] {16, 8, 0}) {
            long sum = 0;
            for (Map.Entry<Integer, Integer> one : box) {
                sum += (long) part(one.getKey(), shift) * one.getValue();
            }
            colour |= (int) Math.round((double) sum / pixels(box)) << shift;
        }
        return colour;
    }

    private static byte[] written(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.setOutput(ImageIO.createImageOutputStream(bytes));
        writer.write(null, new IIOImage(picture, null, null), smallest);
        ((javax.imageio.stream.ImageOutputStream) writer.getOutput()).flush();
        writer.dispose();
        return bytes.toByteArray();
    }
}
