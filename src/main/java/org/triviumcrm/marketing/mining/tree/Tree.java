package org.triviumcrm.marketing.mining.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Questions one after the other; the first node is where to begin. */
public record Tree(List<Attribute> attributes, List<Node> nodes) {

    private static final double LEAST = 0.001;

    public Tree {
        attributes = List.copyOf(attributes);
        nodes = List.copyOf(nodes);
    }

    /** The place of the leaf that a row comes to: exactly one. */
    public int leaf(Row row) {
        int at = 0;
        Node node = nodes.get(0);
        while (!node.isLeaf()) {
            at = node.matches(attributes.get(node.attribute()).kind(), row) ? node.match() : node.other();
            node = nodes.get(at);
        }
        return at;
    }

    /** What is expected of a row: the share of those learned from in its leaf. */
    public double score(Row row) {
        return nodes.get(leaf(row)).share().value();
    }

    /** Each leaf's place, and what leads to it. */
    public Map<Integer, Rule> rules() {
        Map<Integer, Rule> rules = new HashMap<>();
        walk(0, Rule.EVERYBODY, rules);
        return rules;
    }

    private void walk(int at, Rule so, Map<Integer, Rule> rules) {
        Node node = nodes.get(at);
        if (node.isLeaf()) {
            rules.put(at, so);
        } else {
            AttributeKind kind = attributes.get(node.attribute()).kind();
            walk(node.match(), so.and(node, kind, true), rules);
            walk(node.other(), so.and(node, kind, false), rules);
        }
    }

    /** How much of what all questions tell comes from each attribute, by its place; adds up to 1, or is 0 where nothing is asked. */
    public List<Double> importance() {
        double[] told = new double[attributes.size()];
        for (Node node : nodes) {
            if (!node.isLeaf()) {
                told[node.attribute()] +=
                        spread(node) - spread(nodes.get(node.match())) - spread(nodes.get(node.other()));
            }
        }
        double all = 0;
        for (double part : told) {
            all += part;
        }
        List<Double> parts = new ArrayList<>();
        for (double part : told) {
            parts.add(all == 0 ? 0 : part / all);
        }
        return parts;
    }

    /** The places of the attributes that tell something, who tells most first. */
    public List<Integer> telling() {
        List<Double> parts = importance();
        return IntStream.range(0, parts.size())
                .filter(at -> parts.get(at) > LEAST)
                .boxed()
                .sorted(Comparator.comparing(parts::get, Comparator.reverseOrder()))
                .toList();
    }

    /** Questions from the first to the group that is farthest from it. */
    public int depth() {
        return depth(0);
    }

    private int depth(int at) {
        Node node = nodes.get(at);
        return node.isLeaf() ? 0 : 1 + Math.max(depth(node.match()), depth(node.other()));
    }

    private static double spread(Node node) {
        return node.count() == 0 ? 0 : 2.0 * node.yes() * (node.count() - node.yes()) / node.count();
    }
}
