package org.triviumcrm.support.article;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A piece of a text around what was looked for, the found words marked. */
public record Extract(List<Part> parts) {

    /** Words so common that search does not look at them. */
    private static final Set<String> COMMON = Set.of(
            "the", "and", "for", "with", "this", "that", "from", "are", "was", "has", "have", "had", "our", "your",
            "you", "not", "can", "does", "did", "how", "what", "when", "which", "who", "why", "all", "any", "but",
            "its", "they", "will", "there");

    /** @param found whether it is to be marked */
    public record Part(String text, boolean found) {}

    private record Span(int from, int to) {}

    /** Without marks. */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** The whole text, marked. */
    static Extract whole(String text, String typed) {
        return new Extract(parts(text, spans(text, typed), 0, text.length()));
    }

    /** About so many characters where most of what was typed stands; the beginning when nothing does. */
    static Extract of(String text, String typed, int length) {
        List<Span> spans = spans(text, typed);
        int best = 0;
        int most = 0;
        for (Span first : spans) {
            int end = first.from() + length;
            int within = (int) spans.stream()
                    .filter(span -> span.from() >= first.from() && span.to() <= end)
                    .count();
            if (within > most) {
                most = within;
                best = first.from();
            }
        }
        int from = start(text, Math.max(0, best - length / 5));
        int to = stop(text, Math.min(text.length(), from + length));
        List<Part> parts = new ArrayList<>();
        if (from > 0) {
            parts.add(new Part("… ", false));
        }
        parts.addAll(parts(text, spans, from, to));
        if (to < text.length()) {
            parts.add(new Part(" …", false));
        }
        return new Extract(parts);
    }

    /** Where a word begins, if there is one near. */
    private static int start(String text, int from) {
        for (int i = from; i > 0 && i > from - 20; i--) {
            if (!Character.isLetterOrDigit(text.charAt(i - 1))) {
                return i;
            }
        }
        return from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
    }

    /** Where a word ends, if there is one near. */
    private static int stop(String text, int to) {
        for (int i = to; i < text.length() && i > 0 && i > to - 20; i--) {
            if (!Character.isLetterOrDigit(text.charAt(i)) || ArticleWords.isUnspaced(text.charAt(i))) {
                return i;
            }
        }
        return to < text.length() && to > 0 && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }

    private static List<Part> parts(String text, List<Span> spans, int from, int to) {
        List<Part> parts = new ArrayList<>();
        int at = from;
        for (Span span : spans) {
            if (span.from() >= at && span.to() <= to) {
                if (span.from() > at) {
                    parts.add(new Part(text.substring(at, span.from()), false));
                }
                parts.add(new Part(text.substring(span.from(), span.to()), true));
                at = span.to();
            }
        }
        if (at < to) {
            parts.add(new Part(text.substring(at, to), false));
        }
        return parts;
    }

    /** Without overlaps, in order. */
    private static List<Span> spans(String text, String typed) {
        Set<String> words = new HashSet<>();
        Set<String> runs = new HashSet<>();
        for (String run : ArticleWords.runs(typed)) {
            if (ArticleWords.isUnspaced(run.codePointAt(0))) {
                runs.add(run);
            } else if (!COMMON.contains(run) && (run.length() > 2 || Character.isDigit(run.charAt(0)))) {
                words.add(ArticleWords.stem(run));
            }
        }
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            if (end > at && !ArticleWords.isUnspaced(text.codePointAt(at))) {
                if (words.contains(ArticleWords.stem(ArticleWords.fold(text.substring(at, end))))) {
                    spans.add(new Span(at, end));
                }
            } else if (end > at) {
                unspaced(text, at, end, runs, spans);
            }
            at = end > at ? end : at + Character.charCount(text.codePointAt(at));
        }
        return spans;
    }

    /** The end of the word or the run that begins here; here when none does. */
    private static int end(String text, int from) {
        int at = from;
        boolean unspaced = ArticleWords.isUnspaced(text.codePointAt(from));
        while (at < text.length()
                && Character.isLetterOrDigit(text.codePointAt(at))
                && ArticleWords.isUnspaced(text.codePointAt(at)) == unspaced) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** Characters that stand in a row in what was typed: two at least, unless no more was typed. */
    private static void unspaced(String text, int from, int to, Set<String> runs, List<Span> spans) {
        int at = from;
        while (at < to) {
            int longest = 0;
            for (String run : runs) {
                for (int i = 0; i < run.length(); i++) {
                    int same = 0;
                    while (at + same < to
                            && i + same < run.length()
                            && text.charAt(at + same) == run.charAt(i + same)) {
                        same++;
                    }
                    if (same >= Math.min(2, run.length())) {
                        longest = Math.max(longest, same);
                    }
                }
            }
            if (longest > 0) {
                spans.add(new Span(at, at + longest));
            }
            at += Math.max(1, longest);
        }
    }
}
