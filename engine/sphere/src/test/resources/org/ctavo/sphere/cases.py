"""Cases of geometry on the sphere, judged by other means than the schema's: astropy's separations and position angles,
and plane geometry in a gnomonic projection. A line a case: operation, first region, second region, verdict.
Cases within 1e-9 degrees of a boundary are left out: there rounding decides."""
import functools
import math
import random
import sys

from astropy.coordinates.angle_utilities import angular_separation, position_angle

MARGIN = 1e-9
draw = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)


def separation(a, b):
    return math.degrees(angular_separation(*map(math.radians, (a[0], a[1], b[0], b[1]))))


def offset(centre, angle, distance):
    lon, lat, angle, distance = map(math.radians, (centre[0], centre[1], angle, distance))
    north = math.cos(lat) * math.cos(distance) - math.sin(lat) * math.sin(distance) * math.cos(angle)
    east = math.sin(distance) * math.sin(angle)
    up = math.sin(lat) * math.cos(distance) + math.cos(lat) * math.sin(distance) * math.cos(angle)
    return math.degrees(lon + math.atan2(east, north)) % 360, math.degrees(math.atan2(up, math.hypot(north, east)))


def anywhere():
    kind = draw.random()
    if kind < 0.1:
        return draw.choice([0.0, 359.9999, 180.0, 90.0]), draw.uniform(-1, 1)
    if kind < 0.3:
        return draw.uniform(0, 360), math.copysign(90 - 10 ** draw.uniform(-6, 1), draw.uniform(-1, 1))
    return draw.uniform(0, 360), math.degrees(math.asin(draw.uniform(-1, 1)))


def polygon(centre, size):
    """A star-shaped polygon around a centre, seldom convex, either winding."""
    count = draw.randint(3, 12)
    angles = sorted(draw.uniform(0, 360) for _ in range(count))
    if max((b - a) % 360 for a, b in zip(angles, angles[1:] + angles[:1])) > 170:
        return polygon(centre, size)
    if draw.random() < 0.5:
        angles.reverse()
    return [offset(centre, a, size * draw.uniform(0.2, 1)) for a in angles]


@functools.lru_cache(maxsize=None)
def plane(centre, p):
    """Gnomonic projection; None behind the horizon."""
    c = tuple(map(math.radians, centre))
    q = tuple(map(math.radians, p))
    distance = float(angular_separation(*c, *q))
    if distance >= math.radians(89):
        return None
    angle = position_angle(*c, *q).rad
    return math.tan(distance) * math.sin(angle), math.tan(distance) * math.cos(angle)


def within(p, corners):
    odd = False
    for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1]):
        if (y1 > p[1]) != (y2 > p[1]) and p[0] < (x2 - x1) * (p[1] - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def along(a, b, part):
    distance = separation(a, b)
    angle = position_angle(*map(math.radians, (*a, *b))).deg
    return offset(a, angle, part * distance)


def edge_distance(p, a, b):
    """Least distance from a position to an edge, searched for: coarse steps, then closing in."""
    steps = 24
    lo, hi = 0.0, 1.0
    while hi - lo > 1e-7:
        parts = [lo + (hi - lo) * i / steps for i in range(steps + 1)]
        best = min(range(steps + 1), key=lambda i: separation(p, along(a, b, parts[i])))
        lo, hi = parts[max(0, best - 1)], parts[min(steps, best + 1)]
    return separation(p, along(a, b, (lo + hi) / 2))


def boundary_distance(p, corners):
    return min(edge_distance(p, a, b) for a, b in zip(corners, corners[1:] + corners[:1]))


def inside(p, centre, corners):
    flat = plane(centre, p)
    return flat is not None and within(flat, [plane(centre, c) for c in corners])


def near_boundary(p, centre, corners):
    """Whether rounding may decide; distances in the plane are no smaller than on the sphere."""
    flat = plane(centre, p)
    if flat is None:
        return separation(p, centre) < 89.1
    q = [plane(centre, c) for c in corners]
    for (x1, y1), (x2, y2) in zip(q, q[1:] + q[:1]):
        length = (x2 - x1) ** 2 + (y2 - y1) ** 2
        part = max(0, min(1, ((flat[0] - x1) * (x2 - x1) + (flat[1] - y1) * (y2 - y1)) / length))
        gap = math.hypot(flat[0] - x1 - part * (x2 - x1), flat[1] - y1 - part * (y2 - y1))
        if math.degrees(gap) < MARGIN * (1 + flat[0] ** 2 + flat[1] ** 2):
            return True
    return False


def cross(p, q):
    """Whether edges of two plane polygons cross; None where too near to tell."""
    def side(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    found = False
    for a, b in zip(p, p[1:] + p[:1]):
        for c, d in zip(q, q[1:] + q[:1]):
            sides = side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)
            if min(map(abs, sides)) < 1e-15:
                return None
            if sides[0] * sides[1] < 0 and sides[2] * sides[3] < 0:
                found = True
    return found


def array(values):
    return "{" + ",".join(repr(float(v)) for v in values) + "}"


def show(operation, first, second, verdict):
    print(operation, array(first), array(second), "t" if verdict else "f", sep="\t")


def flat(corners):
    return [x for corner in corners for x in corner]


def point_circle():
    centre, radius = anywhere(), draw.choice([10 ** draw.uniform(-5, 1), draw.uniform(0, 180)])
    p = draw.choice([anywhere(), offset(centre, draw.uniform(0, 360), min(180, radius * draw.uniform(0.8, 1.2)))])
    if abs(separation(p, centre) - radius) > MARGIN:
        show("contains", (*centre, radius), p, separation(p, centre) < radius)


def circles():
    a, b = (*anywhere(), draw.uniform(0, 120)), None
    b = (*draw.choice([anywhere(), offset(a, draw.uniform(0, 360), a[2] * draw.uniform(0, 1.5))]), draw.uniform(0, 120))
    apart = separation(a, b)
    if abs(apart - a[2] - b[2]) > MARGIN:
        show("intersects", a, b, apart < a[2] + b[2])
    if abs(apart + b[2] - a[2]) > MARGIN:
        show("contains", a, b, apart + b[2] < a[2])


def a_polygon():
    centre, size = anywhere(), draw.choice([10 ** draw.uniform(-3, 1), draw.uniform(0, 85)])
    return centre, size, polygon(centre, size)


def point_polygon():
    centre, size, corners = a_polygon()
    for _ in range(3):
        p = offset(centre, draw.uniform(0, 360), min(180, size * draw.uniform(0, 1.1)))
        if not near_boundary(p, centre, corners):
            show("contains", flat(corners), p, inside(p, centre, corners))


def circle_polygon():
    centre, size, corners = a_polygon()
    c = offset(centre, draw.uniform(0, 360), min(180, size * draw.uniform(0, 1.5)))
    gap = boundary_distance(c, corners)
    radius = draw.choice([gap * draw.uniform(0.5, 1.5), draw.uniform(0, 170)])
    if near_boundary(c, centre, corners) or abs(gap - radius) < 1e-6:
        return
    is_in = inside(c, centre, corners)
    circle = (*c, radius)
    show("intersects", flat(corners), circle, is_in or gap < radius)
    show("intersects", circle, flat(corners), is_in or gap < radius)
    show("contains", flat(corners), circle, is_in and gap > radius)
    far = (c[0] + 180) % 360, -c[1]
    reach = 180 - boundary_distance(far, corners)
    if not near_boundary(far, centre, corners) and abs(reach - radius) > 1e-6:
        show("contains", circle, flat(corners), not inside(far, centre, corners) and reach < radius)


def polygons():
    centre, size = anywhere(), 10 ** draw.uniform(-3, 1.6)
    p = polygon(centre, size)
    other = offset(centre, draw.uniform(0, 360), size * draw.uniform(0, 1.2))
    q = polygon(other, size * 10 ** draw.uniform(-1.5, 0))
    if any(separation(centre, x) > 85 for x in p + q):
        return
    fp, fq = [plane(centre, x) for x in p], [plane(centre, x) for x in q]
    crossing = cross(fp, fq)
    if crossing is None or any(near_boundary(x, centre, p) for x in q) or any(near_boundary(x, centre, q) for x in p):
        return
    overlap = crossing or within(fq[0], fp) or within(fp[0], fq)
    show("intersects", flat(p), flat(q), overlap)
    show("contains", flat(p), flat(q), not crossing and within(fq[0], fp))


for _ in range(int(sys.argv[1])):
    point_circle()
    circles()
    point_polygon()
    polygons()
    if draw.random() < 0.06:
        circle_polygon()
