package org.ctavo.provenance.svg;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.spi.Fault;

/**
 * Puts nodes into layers so that arrows point from higher layers to lower ones, and orders each layer so that few
 * arrows cross: the method of Sugiyama. Arrows over several layers pass through stand-ins in those between. For one
 * thread and one picture.
 */
final class Layers {
    private static final int SWEEPS = 12;

    /** Long arrows in a deep graph need very many stand-ins. */
    private static final int MOST_CELLS = 40_000;

    /** A node or a stand-in: its layer, its place in it and its neighbours in the layers beside. */
    static final class Cell {
        final String id;
        final int layer;
        final Box box;
        final List<Cell> lower = new ArrayList<>();
        final List<Cell> higher = new ArrayList<>();
        int position;
        double y;

        Cell(String id, int layer, Box box) {
            this.id = id;
            this.layer = layer;
            this.box = box;
        }

        int height() {
            return box == null ? 6 : box.height();
        }
    }

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Map<String, Set<String>> targets = new LinkedHashMap<>();
    private final Map<String, Cell> cells = new HashMap<>();
    private final Map<List<String>, List<Cell>> ways = new HashMap<>();
    private final List<List<Cell>> layers = new ArrayList<>();

    Layers(Picture picture) {
        picture.boxes().forEach(box -> boxes.put(box.id(), box));
        boxes.keySet().forEach(id -> targets.put(id, new LinkedHashSet<>()));
        picture.arrows().forEach(arrow -> targets.get(arrow.from()).add(arrow.to()));
        breakCycles();
        Map<String, Integer> ranks = ranks();
        boxes.forEach((id, box) -> cell(id, ranks.get(id), box));
        for (Map.Entry<String, Set<String>> entry : targets.entrySet()) {
            for (String target : entry.getValue()) {
                connect(entry.getKey(), target);
            }
        }
        order();
    }

    /** The layers from the origins up, each in order. */
    List<List<Cell>> layers() {
        return layers;
    }

    Cell cell(String id) {
        return cells.get(id);
    }

    /** The cells an arrow passes, both ends included; empty for one that closes a cycle. */
    List<Cell> way(String from, String to) {
        return ways.getOrDefault(List.of(from, to), List.of());
    }

    /** Leaves out arrows that lead back to where a walk came from: they are drawn, but place nothing. */
    private void breakCycles() {
        Map<String, Integer> state = new HashMap<>();
        for (String start : boxes.keySet()) {
            Deque<String> open = new ArrayDeque<>();
            Deque<List<String>> left = new ArrayDeque<>();
            if (state.putIfAbsent(start, 1) == null) {
                open.push(start);
                left.push(new ArrayList<>(targets.get(start)));
            }
            while (!open.isEmpty()) {
                List<String> next = left.peek();
                if (next.isEmpty()) {
                    state.put(open.pop(), 2);
                    left.pop();
                    continue;
                }
                String target = next.remove(next.size() - 1);
                Integer seen = state.get(target);
                if (seen == null) {
                    state.put(target, 1);
                    open.push(target);
                    left.push(new ArrayList<>(targets.get(target)));
                } else if (seen == 1) {
                    targets.get(open.peek()).remove(target);
                }
            }
        }
    }

    /** The length of the longest way down from each node; then sources of nothing but one move up beside it. */
    private Map<String, Integer> ranks() {
        Map<String, Integer> waiting = new HashMap<>();
        Map<String, List<String>> sources = new HashMap<>();
        targets.forEach((from, to) -> {
            waiting.put(from, to.size());
            to.forEach(t -> sources.computeIfAbsent(t, id -> new ArrayList<>()).add(from));
        });
        Map<String, Integer> ranks = new HashMap<>();
        List<String> done = new ArrayList<>();
        Deque<String> ready = new ArrayDeque<>(
                boxes.keySet().stream().filter(id -> waiting.get(id) == 0).toList());
        while (!ready.isEmpty()) {
            String id = ready.remove();
            done.add(id);
            ranks.put(
                    id,
                    targets.get(id).stream()
                            .mapToInt(t -> ranks.get(t) + 1)
                            .max()
                            .orElse(0));
            for (String source : sources.getOrDefault(id, List.of())) {
                if (waiting.merge(source, -1, Integer::sum) == 0) {
                    ready.add(source);
                }
            }
        }
        // Origins, agents and descriptions lie beside what they serve, not all at the left.
        for (String id : done) {
            if (targets.get(id).isEmpty() && sources.containsKey(id)) {
                ranks.put(
                        id, sources.get(id).stream().mapToInt(ranks::get).min().orElse(1) - 1);
            }
        }
        return ranks;
    }

    private Cell cell(String id, int layer, Box box) {
        if (cells.size() >= MOST_CELLS) {
            throw new Fault(
                    ProvenanceFault.GRAPH_TOO_LARGE,
                    "The graph is too deep and too dense to look at; ask with a smaller DEPTH or in another format.");
        }
        while (layers.size() <= layer) {
            layers.add(new ArrayList<>());
        }
        Cell cell = new Cell(id, layer, box);
        cells.put(id, cell);
        cell.position = layers.get(layer).size();
        layers.get(layer).add(cell);
        return cell;
    }

    private void connect(String from, String to) {
        List<Cell> way = new ArrayList<>();
        Cell last = cells.get(from);
        way.add(last);
        Cell end = cells.get(to);
        for (int layer = last.layer - 1; layer > end.layer; layer--) {
            Cell standIn = cell(from + "\n" + to + "\n" + layer, layer, null);
            tie(last, standIn);
            way.add(standIn);
            last = standIn;
        }
        tie(last, end);
        way.add(end);
        ways.put(List.of(from, to), way);
    }

    private static void tie(Cell higher, Cell lower) {
        higher.lower.add(lower);
        lower.higher.add(higher);
    }

    private void order() {
        List<List<Cell>> best = copy();
        long fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean isUp = sweep % 2 == 0;
            for (int i = 1; i < layers.size(); i++) {
                sort(layers.get(isUp ? i : layers.size() - 1 - i), isUp);
            }
            long crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy();
            }
        }
        layers.clear();
        layers.addAll(best);
        layers.forEach(Layers::number);
    }

    private List<List<Cell>> copy() {
        List<List<Cell>> copy = new ArrayList<>();
        layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
        return copy;
    }

    private static void sort(List<Cell> layer, boolean byLower) {
        Map<Cell, Double> centres = new HashMap<>();
        for (Cell cell : layer) {
            List<Cell> beside = byLower ? cell.lower : cell.higher;
            centres.put(
                    cell, beside.stream().mapToInt(c -> c.position).average().orElse(cell.position));
        }
        layer.sort(Comparator.comparingDouble(centres::get));
        number(layer);
    }

    private static void number(List<Cell> layer) {
        for (int i = 0; i < layer.size(); i++) {
            layer.get(i).position = i;
        }
    }

    /** Crossings between neighbouring layers: inversions, counted with a tree of sums. */
    private long crossings() {
        long crossings = 0;
        for (int i = 1; i < layers.size(); i++) {
            int size = layers.get(i - 1).size();
            long[] sums = new long[size + 1];
            long total = 0;
            for (Cell cell : layers.get(i)) {
                int[] ends =
                        cell.lower.stream().mapToInt(c -> c.position).sorted().toArray();
                for (int end : ends) {
                    crossings += total - sum(sums, end + 1);
                }
                for (int end : ends) {
                    total++;
                    for (int at = end + 1; at <= size; at += at & -at) {
                        sums[at]++;
                    }
                }
            }
        }
        return crossings;
    }

    private static long sum(long[] sums, int upTo) {
        long sum = 0;
        for (int at = upTo; at > 0; at -= at & -at) {
            sum += sums[at];
        }
        return sum;
    }
}
