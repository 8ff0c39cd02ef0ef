package org.ctavo.soda.region;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All within edges that are arcs of great circles. The inside is the smaller of the two sides, whichever way the
 * vertices go round; edges may not cross. All is done with vectors, so that neither poles nor longitude 0 are special.
 */
public final class Polygon implements Region {
    private static final int MOST = 500;
    private static final double SAME = 1e-13;
    private static final double OPPOSITE = 1e-10;
    private static final double ON_EDGE = 1e-12;

    private final List<Position> vertices;
    private final Edge[] edges;
    /** +1 if the inside lies to the left of the edges, seen from the centre of the sphere's outside; else -1. */
    private final double side;

    private final boolean convex;

    /** Middle of a circle around all vertices, and the least cosine of a vertex's distance from it. */
    private final double[] middle;

    private final double nearest;

    /** An arc from one vertex to the next. */
    private static final class Edge {
        private final double[] start;
        private final double[] end;
        /** Unit vector to the left of the arc. */
        private final double[] normal;

        Edge(double[] start, double[] end, double[] normal) {
            this.start = start;
            this.end = end;
            this.normal = normal;
        }

        double[] middle() {
            return new double[] {start[0] + end[0], start[1] + end[1], start[2] + end[2]};
        }

        double height(double x, double y, double z) {
            return normal[0] * x + normal[1] * y + normal[2] * z;
        }
    }

    /**
     * The polygon of these vertices, in order along the boundary; a last one that repeats the first is left out.
     *
     * @throws IllegalArgumentException with the reason if they make no polygon
     */
    public Polygon(List<Position> vertices) {
        if (vertices.size() > MOST) {
            throw new IllegalArgumentException("a polygon may have " + MOST + " vertices at most");
        }
        this.vertices = List.copyOf(vertices);
        this.edges = edges(corners(this.vertices));
        double sum = 0;
        int lefts = 0;
        int rights = 0;
        Edge before = edges[edges.length - 1];
        for (Edge edge : edges) {
            double[] p = before.normal;
            double[] n = edge.normal;
            double turn = Math.atan2(dot(cross(p, n), edge.start), dot(p, n));
            sum += turn;
            lefts += turn > ON_EDGE ? 1 : 0;
            rights += turn < -ON_EDGE ? 1 : 0;
            before = edge;
        }
        // The angles turned at the vertices sum to 2 pi less the area on the left (Gauss and Bonnet).
        if (Math.abs(sum) < 1e-9) {
            throw new IllegalArgumentException("the polygon covers half of the sky, or its edges cross each other");
        }
        this.side = Math.signum(sum);
        this.convex = (sum > 0 ? rights : lefts) == 0;
        this.middle = middle(edges);
        double least = 1;
        for (Edge edge : edges) {
            least = Math.min(least, dot(middle, edge.start));
        }
        // Only a circle smaller than a half sphere has the arcs in it as well.
        this.nearest = least > 0 ? least - ON_EDGE : -2;
        if (edges.length > 3 && crossesItself()) {
            throw new IllegalArgumentException(
                    "edges of the polygon cross each other; give its vertices in their order along the boundary");
        }
    }

    private static double[] middle(Edge[] edges) {
        double[] sum = new double[3];
        for (Edge edge : edges) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += edge.start[i];
            }
        }
        double length = Math.max(Math.sqrt(dot(sum, sum)), Double.MIN_NORMAL);
        return new double[] {sum[0] / length, sum[1] / length, sum[2] / length};
    }

    private static List<double[]> corners(List<Position> vertices) {
        List<double[]> corners = new ArrayList<>();
        for (Position vertex : vertices) {
            double[] corner = vertex.vector();
            if (corners.isEmpty() || distance(corners.get(corners.size() - 1), corner, 1) > SAME) {
                corners.add(corner);
            }
        }
        if (corners.size() > 1 && distance(corners.get(0), corners.get(corners.size() - 1), 1) <= SAME) {
            corners.remove(corners.size() - 1);
        }
        if (corners.size() < 3) {
            throw new IllegalArgumentException("a polygon needs at least 3 different vertices");
        }
        return corners;
    }

    private static Edge[] edges(List<double[]> corners) {
        Edge[] edges = new Edge[corners.size()];
        for (int i = 0; i < edges.length; i++) {
            double[] a = corners.get(i);
            double[] b = corners.get((i + 1) % edges.length);
            if (distance(a, b, -1) < OPPOSITE) {
                throw new IllegalArgumentException("two neighbouring vertices of the polygon lie opposite each other on"
                        + " the sky; put a vertex between them");
            }
            // (a - b) x (a + b) is twice a x b, and exact for short edges.
            double[] normal = cross(
                    new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]},
                    new double[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]});
            double length = Math.sqrt(dot(normal, normal));
            edges[i] = new Edge(a, b, new double[] {normal[0] / length, normal[1] / length, normal[2] / length});
        }
        return edges;
    }

    private boolean crossesItself() {
        for (int i = 0; i < edges.length; i++) {
            for (int j = i + 2; j < edges.length; j++) {
                boolean neighbours = i == 0 && j == edges.length - 1;
                if (!neighbours && cross(edges[i], edges[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether two arcs cross: each has its ends on both sides of the other, and they meet on one side of the sky. */
    private static boolean cross(Edge a, Edge b) {
        double startOfB = a.height(b.start[0], b.start[1], b.start[2]);
        double endOfB = a.height(b.end[0], b.end[1], b.end[2]);
        double startOfA = b.height(a.start[0], a.start[1], a.start[2]);
        double endOfA = b.height(a.end[0], a.end[1], a.end[2]);
        if (startOfB * endOfB >= 0 || startOfA * endOfA >= 0) {
            return false;
        }
        double[] meeting = cross(a.normal, b.normal);
        return dot(meeting, a.middle()) * dot(meeting, b.middle()) > 0;
    }

    @Override
    public boolean contains(double x, double y, double z) {
        if (!(middle[0] * x + middle[1] * y + middle[2] * z >= nearest)) {
            return false;
        }
        boolean outside = false;
        double farthest = -1;
        int best = 0;
        for (int i = 0; i < edges.length; i++) {
            Edge edge = edges[i];
            double height = edge.height(x, y, z);
            if (Math.abs(height) <= ON_EDGE && isAlong(edge, x, y, z)) {
                return true;
            }
            outside |= side * height < 0;
            if (Math.abs(height) > farthest) {
                farthest = Math.abs(height);
                best = i;
            }
        }
        return convex ? !outside : walk(best, new double[] {x, y, z});
    }

    /** Whether a direction on the great circle of an edge is no farther from its middle than its ends are. */
    private static boolean isAlong(Edge edge, double x, double y, double z) {
        double[] m = edge.middle();
        double[] s = edge.start;
        return (x - s[0]) * m[0] + (y - s[1]) * m[1] + (z - s[2]) * m[2] >= -1e-15;
    }

    /**
     * Walks to the middle of the edge seen best, counts the edges crossed, and looks from which side it is reached. The
     * ends of an edge are told apart by >= 0, so that a walk through a vertex crosses once or not at all.
     */
    private boolean walk(int best, double[] p) {
        double[] m = edges[best].middle();
        double[] way = cross(p, m);
        boolean within = side * edges[best].height(p[0], p[1], p[2]) > 0;
        for (int i = 0; i < edges.length; i++) {
            Edge edge = edges[i];
            boolean a = dot(way, edge.start) >= 0;
            boolean b = dot(way, edge.end) >= 0;
            if (a != b && i != best && (dot(edge.normal, m) >= 0) == a && (dot(edge.normal, p) >= 0) == b) {
                within = !within;
            }
        }
        return within;
    }

    @Override
    public String text() {
        return "POLYGON " + vertices.stream().map(Position::text).collect(Collectors.joining(" "));
    }

    private static double distance(double[] a, double[] b, int sign) {
        return Math.abs(a[0] - sign * b[0]) + Math.abs(a[1] - sign * b[1]) + Math.abs(a[2] - sign * b[2]);
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
