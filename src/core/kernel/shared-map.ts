const BUCKETS = 32;

type Bucket<V> = ReadonlyMap<string, V>;

/**
 * Unveränderliche Zuordnung, deren Fassungen sich das meiste teilen: a change copies one of 32 small buckets instead of everything.
 * For what changes with every vote. Keys come back in no particular order.
 */
export class SharedMap<K extends string, V> {
  readonly size: number;
  readonly #buckets: readonly Bucket<V>[];

  private constructor(buckets: readonly Bucket<V>[], size: number) {
    this.#buckets = buckets;
    this.size = size;
  }

  static empty<K extends string, V>(): SharedMap<K, V> {
    return new SharedMap<K, V>(new Array<Bucket<V>>(BUCKETS).fill(new Map()), 0);
  }

  get(key: K): V | undefined {
    return this.#buckets[bucketOf(key)]?.get(key);
  }

  has(key: K): boolean {
    return this.#buckets[bucketOf(key)]?.has(key) ?? false;
  }

  with(key: K, value: V): SharedMap<K, V> {
    const at = bucketOf(key);
    const buckets = this.#buckets.slice();
    buckets[at] = new Map(this.#buckets[at]).set(key, value);
    return new SharedMap<K, V>(buckets, this.has(key) ? this.size : this.size + 1);
  }

  without(key: K): SharedMap<K, V> {
    if (!this.has(key)) return this;
    const at = bucketOf(key);
    const buckets = this.#buckets.slice();
    buckets[at] = new Map([...(buckets[at] ?? [])].filter(([other]) => other !== key));
    return new SharedMap<K, V>(buckets, this.size - 1);
  }

  keys(): readonly K[] {
    return this.entries().map(([key]) => key);
  }

  values(): readonly V[] {
    return this.#buckets.flatMap((bucket) => [...bucket.values()]);
  }

  entries(): readonly (readonly [K, V])[] {
    // Only keys of type K were ever put in.
    return this.#buckets.flatMap((bucket) => [...bucket]) as readonly (readonly [string, V])[] as readonly (readonly [
      K,
      V,
    ])[];
  }
}

function bucketOf(key: string): number {
  let sum = 0;
  for (let at = 0; at < key.length; at += 1) sum = (sum * 31 + key.charCodeAt(at)) % 65_536;
  return sum % BUCKETS;
}
